"""The files of the demonstration: invented reports, letters, tables and pictures, made as real ones are, with the same bytes each time."""
