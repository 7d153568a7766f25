"""Pin and hash every requirement, for Python 3.11 to 3.14 and every system at once.

Run by `make lock`. Settings and indexes of the machine are left out on purpose: the hashes must be
those of the public index, and no address may reach the files (docs/decisions/0005).
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [
    str(Path(sys.executable).with_name("uv")),
    "pip", "compile", "--no-config", "--universal", "--python-version", "3.11",
    "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url",
    "--no-emit-find-links", "--quiet", "pyproject.toml", "--group", "build",
]  # fmt: skip


def lock(target: str, *more: str) -> None:
    """Write one lock file; what it already pins stays, unless `--upgrade` is given."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("UV_", "PIP_"))}
    subprocess.run([*COMMAND, *more, "-o", target], cwd=ROOT, env=clean, check=True)
    lines = (ROOT / target).read_text(encoding="utf-8").splitlines()
    pins = sum("==" in line for line in lines)
    print(f"{target}: {pins} pins")


if __name__ == "__main__":
    lock("requirements.lock", *sys.argv[1:])
    lock("requirements-dev.lock", "--group", "dev", "-c", "requirements.lock", *sys.argv[1:])
