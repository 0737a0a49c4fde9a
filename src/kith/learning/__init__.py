"""What the people who work with children have learned, and must still read."""
