"""The overview: the eleven strands at a glance, what to do next and what is coming up; every number leads somewhere."""
