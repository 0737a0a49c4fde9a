"""Formats in and out: chronology files."""
