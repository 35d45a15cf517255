"""How a parameter is shown in the name of a test, so that no two are alike."""


def shown(value: object) -> str:
    return getattr(value, "__name__", None) or ascii(value)
