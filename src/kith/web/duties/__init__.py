"""A duty opened: what is on record, do next, why, and its answers."""
