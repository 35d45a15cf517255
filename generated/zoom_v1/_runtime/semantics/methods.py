"""What HTTP says of its methods."""

BODILESS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS"})
"""Those whose requests have no body, unless somebody insists."""
