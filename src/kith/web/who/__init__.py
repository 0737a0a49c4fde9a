"""Who is this? Candidates for a child and everybody named with them; a person chooses, and nothing is merged."""
