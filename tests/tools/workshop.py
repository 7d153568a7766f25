"""The workshop that makes the pipeline, whose modules are no part of the installed package."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "tools" / "model"


def workshop(*names: str) -> dict[str, Any]:
    """Return modules of tools/model by their names."""
    sys.path.insert(0, str(FOLDER))
    try:
        return {name: import_module(name) for name in names}
    finally:
        sys.path.remove(str(FOLDER))
