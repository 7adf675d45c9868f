"""Domain objects out: a document model, and the writers that turn it into files."""
