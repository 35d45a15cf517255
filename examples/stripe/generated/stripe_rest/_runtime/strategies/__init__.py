"""Hypothesis strategies for requests: arguments that keep every rule, and arguments that break one.

calls       right and wrong arguments of one operation
members     the arguments of an operation, or the fields of an object, together
breaking    what breaks one rule about them, and no other
settling    they are edited until they keep every rule between them
rules       rules between them: whether one is broken, what repairs it, what breaks it
clauses     conditions of rules
edits       what may be done to arguments: give one, leave one out, put two in order
domains       what a value may be: domain, text, emails, identifiers, numbers, moments,
            uploads, several

Hypothesis takes an example for simpler if it takes fewer choices. So what is simplest comes
first among alternatives, and takes the fewest: then `find` and shrinking end there.

Nothing outside of this package imports it: Hypothesis is needed here and nowhere else.
"""
