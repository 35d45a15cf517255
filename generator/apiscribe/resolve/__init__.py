"""Documents to the model: groups expanded, names bound, what is implied spelled out.

`names` knows what is declared, `attributes` merges what is said about one type in several
places, and `origins` remembers where each part of the model was written. The other
modules build one part of the model each; `api` puts them together.
"""

from apiscribe.resolve.api import Resolved, resolve
from apiscribe.resolve.examples import EXAMPLE_KINDS
from apiscribe.resolve.origins import Origins

__all__ = ["EXAMPLE_KINDS", "Origins", "Resolved", "resolve"]
