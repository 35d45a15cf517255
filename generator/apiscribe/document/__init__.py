"""Typed documents: what each kind of file may say, key by key.

One module for each kind of file holds its models; `read` validates all sources and
`messages` says in our words what pydantic found. Whether a name that is used exists is
not asked here: documents do not know of each other.
"""

from apiscribe.document.documents import Documents, Located
from apiscribe.document.read import read_documents

__all__ = ["Documents", "Located", "read_documents"]
