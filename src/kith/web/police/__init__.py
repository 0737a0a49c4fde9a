"""Police notifications: a file received, and worked through a page at a time."""
