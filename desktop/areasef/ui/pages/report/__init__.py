"""Import a report: choose the file, look through what was read beside its pages, and keep it."""
