"""What a server sent back.

response      a response, no larger than it may be, and unpacked
decode        a response to a typed value, or to the error that it stands for
failures      whether a response is a failure, and which
lenient       typing what a response has where it differs from its documentation
retry_after   how long a server asks to wait
"""
