"""Functions that check arguments."""
