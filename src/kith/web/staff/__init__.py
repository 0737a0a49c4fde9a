"""A team or setting: what it must do, and its staff with their training and what they must read."""
