"""The parts pages are made of, as far as they are Python; their HTML stands in `templates/parts/`."""
