"""A team: who of it has which child, giving a child to somebody in three clicks, and who is away and who covers."""
