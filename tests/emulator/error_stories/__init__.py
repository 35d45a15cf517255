"""How each error comes about through the API itself: stories told by hand from the page.

Which operation answers which code is from the page and from what is known besides it. What only the
service does (a meeting starts, time passes, an account has rules) is asked of the control API or is
there from the start, in the seed of the story's account.
"""

from tests.emulator.error_stories import belongings, calls, hosting, sub_accounts, users
from tests.emulator.error_stories.telling import SEEDS, STORIES, UNPROVOKED, seeds

__all__ = [
    "SEEDS",
    "STORIES",
    "UNPROVOKED",
    "belongings",
    "calls",
    "hosting",
    "seeds",
    "sub_accounts",
    "users",
]
