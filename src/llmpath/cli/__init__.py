"""The command line: words to actions, errors to messages and exit codes."""
