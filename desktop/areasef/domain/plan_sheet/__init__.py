"""The plan in a workbook: which columns it has, how foreign ones are understood, and what would be kept of them."""
