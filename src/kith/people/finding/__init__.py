"""Finding people on record: all that was said of them, the keys they are looked for by, and the search."""
