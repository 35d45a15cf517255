"""Trees of files, old and new."""

from __future__ import annotations

from pathlib import Path

from apiscribe.manifest import NAME, manifest

Files = dict[str, str | bytes]


def tree(**files: str) -> Files:
    """Some files and their manifest; `__` stands for a slash and a dot for nothing."""
    made: Files = {name.replace("__", "/"): text for name, text in files.items()}
    return {NAME: manifest("inputs", made, "digest", ""), **made}


OLD = tree(same="1", pkg__same="2", pkg__changed="3", pkg__deep__gone="4", gone="5")
NEW = tree(same="1", pkg__same="2", pkg__changed="x", new="6", other__new="7")


def on_disk(root: Path) -> Files:
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in root.rglob("*")
        if path.is_file()
    }


OWN = {"notes.txt": "a", "pkg/mine.py": "b", "pkg/deep/mine": "c", ".git/objects/x": "d"}


def own_files(out: Path) -> None:
    for path, text in OWN.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text)
    (out / "pkg" / "empty").mkdir()
