"""The screen that imports a plan from a workbook."""
