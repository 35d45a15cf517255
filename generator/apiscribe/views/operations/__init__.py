"""Each operation as data for the runtime."""
