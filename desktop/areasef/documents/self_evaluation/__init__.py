"""The self-evaluation (SEF): what is true here for children and young people, strand by strand, and how we know."""
