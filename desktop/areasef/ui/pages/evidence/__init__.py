"""Evidence: the library, what was asked of partners, and adding to both."""
