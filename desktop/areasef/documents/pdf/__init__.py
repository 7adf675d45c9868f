"""The tagged PDF writer: a document model in, PDF/UA-1 out. The only room that knows ReportLab and pikepdf."""
