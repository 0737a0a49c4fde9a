"""A chronology file in; what the policy would have said at each moment out. Pure: imports no Django."""
