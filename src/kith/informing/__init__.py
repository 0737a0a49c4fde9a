"""Who was told what, and what came back."""
