"""Notices to open and answer; and who has been told what about a child."""
