"""Runs the generated checks of an operation's arguments, and words what they find."""
