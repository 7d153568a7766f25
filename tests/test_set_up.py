"""The two commands: what they install, what they say on a bare machine, and how CI ends."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
NAMES = ("python3", "python3.14", "python3.13", "python3.12", "python3.11")


def pins(lock: str) -> list[Requirement]:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [Requirement(line.split("--hash")[0]) for line in text.splitlines() if line.strip()]


def pinned(lock: str, python: str) -> dict[str, str]:
    """Return name → version as a machine with that Python would install them."""
    here = {"python_version": python, "python_full_version": f"{python}.0"}
    found: dict[str, str] = {}
    for pin in pins(lock):
        if pin.marker is None or pin.marker.evaluate(here):
            assert pin.name not in found, f"{pin.name} is pinned twice for {python}"
            found[canonicalize_name(pin.name)] = str(pin.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    shape = re.compile(r"[a-z0-9.-]+==[\w.]+( ; [^-]+?)? +(--hash=sha256:[0-9a-f]{64} *)+")
    assert [line for line in text.splitlines() if not shape.fullmatch(line)] == []


@pytest.mark.parametrize("python", PYTHONS)
def test_a_lock_holds_what_pyproject_asks_for(python: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    run = [*settings["project"]["dependencies"], *groups["build"]]
    for lock, asked in ((LOCKS[0], run), (LOCKS[1], [*run, *groups["dev"]])):
        found = pinned(lock, python)
        for each in map(Requirement, asked):
            if each.marker and not each.marker.evaluate({"python_version": python}):
                continue
            version = found.get(canonicalize_name(each.name))
            assert version is not None, f"{lock} lacks {each.name}: run `make lock`"
            assert each.specifier.contains(version), f"{lock}: {each.name} {version}"


@pytest.mark.parametrize("python", PYTHONS)
def test_checks_run_on_the_very_versions_that_users_get(python: str) -> None:
    run, dev = pinned(LOCKS[0], python), pinned(LOCKS[1], python)
    assert {name: dev.get(name) for name in run} == run


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return a copy of what bootstrap reads, in a folder without an environment."""
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/bootstrap", tmp_path / "tools")
    for name in (*LOCKS, "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "bin").mkdir()
    return tmp_path


def program(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def bootstrap(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(folder / "tools/bootstrap"), *words],
        env={"PATH": f"{folder / 'bin'}:/usr/bin:/bin", **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_python_the_command_names_what_debian_lacks(bare: Path) -> None:
    for name in NAMES:  # as shims that run nothing do
        program(bare / "bin" / name, "exit 127")
    done = bootstrap(bare, "run")
    assert done.returncode == 1
    assert done.stderr == (
        "truceline: Python 3.11 or later is needed and none was found. "
        "On Debian or Ubuntu: sudo apt install git make python3-venv\n"
    )


def test_without_venv_the_command_names_what_debian_lacks(bare: Path) -> None:
    body = f'case "$2" in *ensurepip*) exit 1 ;; esac; exec "{sys.executable}" "$@"'
    program(bare / "bin/python3", body)
    done = bootstrap(bare, "run")
    assert done.returncode == 1
    assert done.stderr.endswith(
        "it cannot make an environment. "
        "On Debian or Ubuntu: sudo apt install git make python3-venv\n"
    )
    assert not (bare / ".venv").exists()


def test_an_old_interpreter_is_passed_over_for_a_newer_one(bare: Path) -> None:
    program(bare / "bin/python3", "exit 1")
    program(bare / "bin/python3.14", f'echo used >>"{bare}/used"; exec "{sys.executable}" "$@"')
    ready(bare)
    assert bootstrap(bare, "run").returncode == 0
    assert (bare / "used").exists()


def test_a_named_interpreter_that_is_too_old_is_refused(bare: Path) -> None:
    done = bootstrap(bare, "run", PYTHON="/nowhere/python2")
    assert done.returncode == 1
    assert done.stderr.startswith("truceline: PYTHON is /nowhere/python2, which is not")


def ready(folder: Path, pip: str = "exit 0") -> None:
    """Put an environment there whose pip only notes what it was asked for."""
    program(
        folder / ".venv/bin/python",
        f'if [ "$1 $2" = "-m pip" ]; then shift 2; echo "$*" >>"{folder}/asked"; {pip}; fi\n'
        f'exec "{sys.executable}" "$@"',
    )


def asked(folder: Path) -> list[str]:
    path = folder / "asked"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    path.unlink(missing_ok=True)
    return lines


def test_packages_come_in_by_hash_once_until_the_lock_changes(bare: Path) -> None:
    ready(bare)
    assert bootstrap(bare, "run", PYTHON=sys.executable).returncode == 0
    first = asked(bare)
    assert "--require-hashes" in first[0]
    assert "-r requirements.lock" in first[0]
    assert "--no-build-isolation --no-index --editable ." in first[1]
    bootstrap(bare, "run", PYTHON=sys.executable)
    assert asked(bare) == []
    with (bare / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("\n")
    bootstrap(bare, "run", PYTHON=sys.executable)
    assert len(asked(bare)) == 3


def test_what_the_checks_need_is_enough_for_the_demo_but_not_the_reverse(bare: Path) -> None:
    ready(bare)
    bootstrap(bare, "run", PYTHON=sys.executable)
    asked(bare)
    bootstrap(bare, "dev", PYTHON=sys.executable)
    assert "-r requirements-dev.lock" in asked(bare)[0]
    bootstrap(bare, "run", PYTHON=sys.executable)
    assert asked(bare) == []


def test_when_pip_fails_one_sentence_says_so_and_the_next_run_tries_again(bare: Path) -> None:
    ready(bare, pip='echo "ERROR: no route to host"; exit 1')
    done = bootstrap(bare, "run", PYTHON=sys.executable)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[1] == "ERROR: no route to host"
    assert lines[2].startswith("truceline: pip could not install the packages.")
    assert "Traceback" not in done.stderr
    assert asked(bare)
    bootstrap(bare, "run", PYTHON=sys.executable)
    assert asked(bare), "a failed run must not count as done"


@pytest.mark.parametrize(("status", "last"), [(0, "passed"), (2, "failed")])
def test_ci_ends_with_the_summary_of_pytest(tmp_path: Path, status: int, last: str) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/run", tmp_path / ".ci")
    summary = f"===== 3 {last} in 1.25s ====="
    body = f'[ "$CI" = true ] || exit 9\necho "{summary}"\n'
    body += f'[ {status} = 0 ] || echo "make: *** Error 1" >&2\nexit {status}'
    program(tmp_path / "bin/make", body)
    done = subprocess.run(
        [str(tmp_path / ".ci/run")],
        env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == summary
    assert done.returncode == status


@pytest.mark.parametrize(("ci", "outcome"), [("true", "1 failed"), ("", "1 skipped")])
def test_a_skipped_test_is_a_failed_test_in_ci(tmp_path: Path, ci: str, outcome: str) -> None:
    shutil.copy(ROOT / "conftest.py", tmp_path)
    body = "import pytest\n\n\ndef test_x():\n    pytest.skip('no browser')\n"
    (tmp_path / "test_x.py").write_text(body, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in done.stdout.splitlines()[-1]
    assert ("may not be skipped in CI: no browser" in done.stdout) is (ci == "true")


def test_help_names_every_target() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE)) - {"help", "rules", "test"}
    told = set(re.findall(r'@echo "make ([a-z]+) ', text))
    assert told == targets


def test_the_package_ships_its_data(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    data = [
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src/truceline").rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    ]
    assert any(name.endswith("wars/ukraine/war.toml") for name in data)
    assert [name for name in data if name not in inside] == []


def test_every_library_that_the_package_imports_is_asked_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        canonicalize_name(Requirement(each).name).replace("-", "_")
        for each in settings["project"]["dependencies"]
    }
    # What a library is imported as, where that is not its name; and what is asked for elsewhere.
    known = {"pydantic_core": "pydantic", "vl_convert": "vl_convert_python"}
    optional = {"distributed", "thinc"}
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").partition(".")[0])
    others = found - set(sys.stdlib_module_names) - {"truceline"} - optional
    assert {name for name in others if known.get(name, name) not in asked} == set()
