"""From specs to every file of a chart, in memory."""
