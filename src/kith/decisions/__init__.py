"""Strategy discussions, decisions, and the actions that carry them out."""
