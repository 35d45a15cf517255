"""Every budget beside its peers: `make bench`. See docs/decisions/0005-bench.md."""
