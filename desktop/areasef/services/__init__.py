"""What a user can do, one verb family per file: no Qt, no SQL; each write returns a Change."""
