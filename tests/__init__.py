"""A package, so that `tests` is this directory even where some wheel has left one of that name."""
