"""What all tests share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

# Tests share the cores already: a second process a command would only make them slower.
os.environ.setdefault("TRUCELINE_JOBS", "1")
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Return a finder of files in the shared folder beside the checkout, which may be absent."""

    def find(path: str) -> Path:
        found = SHARED / path
        if not found.exists():
            pytest.skip(f"needs {path} of the shared folder beside the checkout")
        return found

    return find
