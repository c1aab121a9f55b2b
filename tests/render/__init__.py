"""The library chart, rendered by every Helm that charts have to work on."""
