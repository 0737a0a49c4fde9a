"""Agencies, teams, settings, and the professionals who work there and sign in."""
