"""How values become text, forms, JSON and files, and how they are read back."""
