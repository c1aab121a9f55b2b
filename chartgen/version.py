"""The version of chartgen, read by the build too; ``--version`` answers without looking for the installed package."""

VERSION = "0.1.0"
