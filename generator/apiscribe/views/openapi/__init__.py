"""The OpenAPI document, and JSON Schema of arguments and answers."""
