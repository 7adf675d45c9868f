"""Framework packs on disk, read into domain objects; faults in a pack are values."""
