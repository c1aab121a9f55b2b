"""What generates files of the project: each is a module to run."""
