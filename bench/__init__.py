"""Every budget beside its peers: `make bench`. docs/decisions/0005-bench.md says how it measures."""
