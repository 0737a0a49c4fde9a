"""Writing things down: a note, or any other kind of entry, about a child."""
