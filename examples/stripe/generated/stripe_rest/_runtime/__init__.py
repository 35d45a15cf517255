"""What every generated package shares: plain Python that knows no API.

These files are copied byte for byte into each generated package as `_runtime`. They are a tower:
each room imports those below it and no other. From the top:

strategies, stub, webhooks, tracing; client; limits; transport; decoding; request; config; errors;
validation; operation; encoding; model, events; semantics
"""
