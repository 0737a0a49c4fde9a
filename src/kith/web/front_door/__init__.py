"""The front door: tell us about a child, and the board of what was told."""
