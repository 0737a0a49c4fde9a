"""The same model in batch: learnt and run with Splink on DuckDB. Needs the libraries of the extra `matching`."""
