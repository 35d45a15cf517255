"""How values travel.

wire       each kind of value, to text and JSON and back
scalars    those of them that are single values
rare_scalars  those that few APIs have
in_json    numbers in the JSON that a stub reads
bindings   headers, cookies, constants; lists and objects by style
brackets   names with brackets in a form
files      uploads, from a path, bytes or an open file
sources    where their content is
reading    a little of it to look at, and all of it in pieces
streamed   a body that is read while it is sent
"""
