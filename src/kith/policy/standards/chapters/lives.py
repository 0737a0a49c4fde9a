"""How fresh the picture of a child's life is kept, and when patterns in it are looked at."""
