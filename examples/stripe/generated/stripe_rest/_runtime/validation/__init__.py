"""Runs the generated checks of an operation's arguments.

validate     over all arguments, as values or as a form
values       checks of single values; generated code has more of them, one for each type with rules
readers      the values to check inside of a value
messages     what a broken rule says; `showing` has how a value is shown in it
hints        what was probably meant by a name that is not known
violations   what is wrong with an argument
"""
