"""Templates, filled; what they compile to is kept where Python keeps the like of its modules."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

import jinja2.compiler
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

_TEMPLATES = Path(__file__).parent / "templates"


def filled(template: str, **values: object) -> str:
    return _environment().get_template(f"{template}.jinja").render(values)


class _Compiled(FileSystemBytecodeCache):
    """Templates in `__pycache__`, each as long as it, Jinja and this file are what they were."""

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(str(_TEMPLATES / "any"))).parent))
        makers = (Path(path).stat() for path in (jinja2.compiler.__file__, __file__))
        self._makers = " ".join(f"{each.st_mtime_ns} {each.st_size}" for each in makers)

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(self._makers + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):  # where nothing can be written, it is compiled each time
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        bytecode_cache=_Compiled(),
        undefined=StrictUndefined,
        autoescape=False,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
