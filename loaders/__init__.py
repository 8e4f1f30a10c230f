"""Sources in, tidy tables and problems out; the only folder that reads data files.

`load` is imported when it is first asked for, so that `import loaders` costs nothing.
"""

from __future__ import annotations

from typing import Any

__all__ = ["load"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from loaders import tables

        return getattr(tables, name)
    raise AttributeError(f"module 'loaders' has no attribute {name!r}")
