"""The only stage that reads the spec directory: files to values that know their place.

`files` reads bytes, `yaml_text` and `json_text` turn them into plain values with a side
table of positions, and `sources` does so for all files at once.
"""
