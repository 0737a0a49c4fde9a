"""Template tags of Kith's pages."""
