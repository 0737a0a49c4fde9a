"""How soon people who need to know are told, and talk with one another."""
