"""Kith: casework for safeguarding children. What was seen, said and done, and what follows from it."""

__version__ = "0.1.0"
