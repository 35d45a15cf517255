"""What values mean: defined once, for the compiler's checks and views as well as for every client.

dates        the formats of days and moments: reading, writing, samples
date_words   formats of directives, as `strftime` has them
durations    the formats of spans of time
numbers      the whole numbers of 64 bits; the text of numbers and booleans
text         characters that cannot be sent, e-mail addresses, Chinese words
decimals     numbers that are kept exact
base64_text  bytes as text
conditions   arguments and headers that say which version a caller knows
styles       words for how forms and queries have lists, objects, null and true
methods      methods of HTTP whose requests have no body
commas       text that holds items between commas or other signs
compiled     regular expressions, compiled when they are first needed
predicates   whether a value is what a type or a rule asks for

The lowest floor: standard library only, and nothing of ours above it.
"""
