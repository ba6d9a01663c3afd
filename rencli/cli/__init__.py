"""The command line: a thin face on everything else. A command is parse, one call, print."""
