"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from truceline.terms.errors import BadInput


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` through a neighbour file, so that no reader sees half of it.

    Raises
    ------
    OSError
        If the folder cannot be written or the disk is full; then `path` is as it was before.
    """
    handle, neighbour = tempfile.mkstemp(prefix=".truceline-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(neighbour).chmod(0o666 & ~_umask())
        Path(neighbour).replace(path)
    except BaseException:
        Path(neighbour).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return the process's umask; reading it means setting it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def require_writable(path: Path) -> None:
    """Refuse, before any work is done, an output whose folder is not there or cannot be written.

    Raises
    ------
    BadInput
        If `path` is a folder, or its folder is not there or is read-only.
    """
    if path.is_dir():
        raise BadInput(f"{path.name} is a folder; name a file in it")
    folder = path.parent
    if not folder.is_dir():
        raise BadInput(f"there is no folder {folder.name}; make it first, or name another file")
    if not os.access(folder, os.W_OK):
        raise BadInput(f"the folder {folder.resolve().name} cannot be written; name another one")
