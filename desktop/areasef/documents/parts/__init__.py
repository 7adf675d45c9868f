"""Parts that every document shares: cover, footer, sign-off, leaders, evidence index, glossary, receipt."""
