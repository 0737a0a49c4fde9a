"""My work: what somebody owes, and what others owe for the same children."""
