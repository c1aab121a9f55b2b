"""The command line: words in, one pipeline call, words out; a file per command."""
