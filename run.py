"""One verb for each task; standard library only."""
