"""Both clients: their classes, resources and methods."""
