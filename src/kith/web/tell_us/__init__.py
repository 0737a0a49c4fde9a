"""Telling us about a child without an account: the open pages, and hearing what became of it."""
