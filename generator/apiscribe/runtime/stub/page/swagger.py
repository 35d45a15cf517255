"""Swagger UI beside the page, from a distribution that has its files, where it is installed.

Only the files are used: the distribution is looked up and never imported.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..responses import StubResponse, answer
from .assets import headers

AT = "/_stub/swagger"
_EXTRA = "swagger"
_DISTRIBUTION = "flask-swagger-ui"
_FOLDER = "flask_swagger_ui/dist"
_FILES = {
    "swagger-ui.css": b"text/css; charset=utf-8",
    "swagger-ui-bundle.js": b"text/javascript; charset=utf-8",
    "swagger-ui-standalone-preset.js": b"text/javascript; charset=utf-8",
}
# It writes styles into its elements, and has its icons as `data:`.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PAGE = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Swagger UI</title>
<link rel="icon" href="/_stub/page/icon.svg">
<link rel="stylesheet" href="/_stub/swagger/swagger-ui.css">
<main id="swagger-ui"></main>
<script src="/_stub/swagger/swagger-ui-bundle.js"></script>
<script src="/_stub/swagger/swagger-ui-standalone-preset.js"></script>
<script src="/_stub/swagger/start.js"></script>
</html>
"""
_START = b"""SwaggerUIBundle({
  urls: [
    { url: "/_stub/swagger/openapi.json", name: "API" },
    { url: "/_stub/openapi.json", name: "Control API" },
  ],
  dom_id: "#swagger-ui",
  deepLinking: true,
  docExpansion: "none",
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
});
"""
_MISSING = (
    "Swagger UI is not installed. Install it, and start the stub again:\n\n    pip install '{}'\n"
)


def told(of: str) -> dict[str, object]:
    """Where it is, and what installs it beside the distribution `of`."""
    return {"at": None if _folder() is None else f"{AT}/", "install": f"{of}[{_EXTRA}]"}


def answered(name: str, openapi: bytes, of: str) -> StubResponse | None:
    """A file, or the page if `name` is empty; None if there is none of that name."""
    folder, own = _folder(), headers(_POLICY)
    if folder is None:
        missing = _MISSING.format(told(of)["install"])
        return answer(missing.encode(), b"text/plain; charset=utf-8", 404, own)
    if name == "":
        return answer(_PAGE, b"text/html; charset=utf-8", headers=own)
    if name == "start.js":
        return answer(_START, b"text/javascript; charset=utf-8", headers=own)
    if name == "openapi.json":
        return answer(openapi, headers=own)
    return answer(_read(folder / name), _FILES[name], headers=own) if name in _FILES else None


@cache
def _folder() -> Path | None:
    # A stub that nobody looks at needs none of what this loads.
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        found = Path(str(distribution(_DISTRIBUTION).locate_file(_FOLDER)))
    except PackageNotFoundError:
        return None
    return found if all((found / name).is_file() for name in _FILES) else None


@cache
def _read(path: Path) -> bytes:
    return path.read_bytes()
