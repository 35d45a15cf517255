"""For test suites of whoever uses a generated package.

plugin     what a package's plug-in for pytest does; loaded with each run, so it loads nothing else
coverage   what of the API the tests have exercised, as the end of a run tells it
"""
