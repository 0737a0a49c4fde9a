"""Settings, addresses, and the door for a web server."""
