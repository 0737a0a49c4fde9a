"""Assessments, graded tools, meetings with the family, and services stepped down."""
