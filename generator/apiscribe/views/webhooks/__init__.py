"""The events that the service sends."""
