"""The strategic plan: what an area will change after a report, who does it, by when, and how families will know."""
