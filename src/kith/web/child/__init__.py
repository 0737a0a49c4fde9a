"""A child’s record, and the children whose records somebody may open."""
