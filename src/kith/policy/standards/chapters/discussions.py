"""What follows a strategy discussion: decisions, actions, and looking again."""
