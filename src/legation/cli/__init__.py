"""The commands, one a file: parse, call one function, print."""
