"""What runs by itself: time passing."""
