"""What happened: one entry for each thing seen, said or done, with its typed row beside it. Append-only."""
