"""What was said of who somebody is, made comparable: names, days, places and numbers."""
