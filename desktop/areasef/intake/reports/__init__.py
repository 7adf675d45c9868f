"""A published area SEND inspection report, from the geometry of its PDF or from its text, to its findings."""
