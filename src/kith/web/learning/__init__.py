"""Learning: the review's fourteen points, the rules that keep them, and how often each spoke here and how it ended."""
