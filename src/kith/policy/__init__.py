"""What practice requires, computed from a picture of a child at a moment. Pure: no Django, no clock, no I/O."""
