"""From the model to plain values for a template.

All sentences, signatures and literals are made here; templates only place them.
"""
