"""The Python types of arguments, answers and models."""
