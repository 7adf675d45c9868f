"""What stands there when no file is open: look round, open a file, or start one's own area."""
