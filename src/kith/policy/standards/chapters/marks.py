"""How soon a mark is asked about and thought about, and how far back marks are read together."""
