"""What stands open for a child, or for a team or setting, on which entries, until the chronology shows it met."""
