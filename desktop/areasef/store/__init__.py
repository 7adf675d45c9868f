"""The workspace file: the only SQL in the application."""
