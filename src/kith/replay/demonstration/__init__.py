"""A made-up partnership: one chronology file a family. No child, worker, street or service in it is real."""
