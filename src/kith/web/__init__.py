"""The desks: what people see and press. Pages come whole from the server and work without a script."""
