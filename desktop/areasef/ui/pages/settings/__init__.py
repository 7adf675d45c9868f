"""Settings: what is this person's on this computer, who the partnership is, and the evaluation's own words."""
