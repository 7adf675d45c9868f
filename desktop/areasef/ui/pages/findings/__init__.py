"""Since the last inspection: what was done about each finding, what came of it, and which priorities answer it."""
