"""Help: the user guide, offline, opened at what one was doing."""
