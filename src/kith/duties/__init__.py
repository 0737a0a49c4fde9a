"""What stands open for a child, on which entries, until the chronology shows it met."""
