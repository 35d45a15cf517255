"""How a parameter is shown in the name of a test, so that no two are alike."""


def shown(value: object) -> str:
    if type(value) is int and value.bit_length() > 1000:  # Python does not write the longest ones
        return f"{value.bit_length()} bits"
    return getattr(value, "__name__", None) or ascii(value)
