"""Every agency's hours and numbers on one page, to be printed and kept by the telephone."""
