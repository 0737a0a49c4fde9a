"""The strategy discussion: who is here, what we know, what we decide. Each line is saved by itself."""
