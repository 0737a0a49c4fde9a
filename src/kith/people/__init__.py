"""Who: one table for everybody. A child is an age at a moment, never a type."""
