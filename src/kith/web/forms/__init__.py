"""Forms: what every kind of entry asks, drawn from the description of its facts; and what was typed is kept."""
