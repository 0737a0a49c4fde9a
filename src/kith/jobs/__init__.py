"""What runs by itself: time passing, and mail leaving."""
