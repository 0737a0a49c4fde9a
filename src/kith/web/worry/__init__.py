"""One worry at the front door: how urgent, who was asked, the history read, decided, and read by a second person."""
