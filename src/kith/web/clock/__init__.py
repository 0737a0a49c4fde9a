"""The demonstration's clock: read once for each request, shown on the practice strip, and moved on by a button."""
