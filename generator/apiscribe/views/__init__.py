"""From the model to a frozen class for each template, with a room for each back end.

All sentences, signatures and literals are made here; templates only place them.
"""
