"""The rules of the house, kept by every file, and each of them broken once on purpose."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import house_rules
from house_rules import Module
from truceline.terms import errors

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tests", "tools", "benchmarks", "docs", "examples", ".ci")
Rule = Callable[[Module], list[str]]

# A line here is an exception with its reason. Keep it short.
EXCEPTIONS: dict[tuple[str, str], str] = {}
# Doors may read where they stand, and hand it on as an argument; their docstrings are help texts.
DOORS = ("src/truceline/cli/", "src/truceline/web/", "src/truceline/testing.py")


def files() -> list[Path]:
    """Return every file of ours: no cache, no environment, no output."""
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    found += [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def modules(*folders: str) -> list[Module]:
    return [
        Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in files()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in (folders or FOLDERS)
    ]


def inner() -> list[Module]:
    return [module for module in modules("src") if not module.path.startswith(DOORS)]


def broken(rule: Rule, those: list[Module]) -> list[str]:
    return [
        line
        for module in those
        if (rule.__name__, module.path) not in EXCEPTIONS
        for line in rule(module)
    ]


def error_classes() -> dict[str, type[Exception]]:
    return {
        name: kind
        for name, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.TrucelineError)
    }


def undocumented_errors(module: Module) -> list[str]:
    return house_rules.undocumented_errors(module, frozenset(error_classes()))


EVERYWHERE: tuple[Rule, ...] = (
    house_rules.long_file,
    house_rules.long_function,
    house_rules.no_introduction,
    house_rules.unfinished,
)
IN_THE_PACKAGE: tuple[Rule, ...] = (
    house_rules.undocumented_parameters,
    house_rules.wordless_errors,
    undocumented_errors,
)


@pytest.mark.parametrize("rule", EVERYWHERE, ids=lambda rule: rule.__name__)
def test_every_module_keeps(rule: Rule) -> None:
    assert broken(rule, modules()) == []


@pytest.mark.parametrize("rule", IN_THE_PACKAGE, ids=lambda rule: rule.__name__)
def test_every_module_of_the_package_keeps(rule: Rule) -> None:
    assert broken(rule, inner()) == []


def test_only_doors_read_clock_environment_or_chance() -> None:
    assert broken(house_rules.impure, inner()) == []


def test_every_module_with_content_has_its_like_named_test() -> None:
    lacking = []
    for module in modules("src"):
        inside = Path(module.path).relative_to("src/truceline")
        test = Path("tests") / inside.parent / f"test_{inside.name}"
        if inside.name != "__init__.py" and house_rules.has_content(module):
            lacking += [] if (ROOT / test).exists() else [test.as_posix()]
    assert lacking == []


BAD = '''
def careless(one, two=time.time()):
    """Return nothing.

    Parameters
    ----------
    one : int
        A number.
    three : int
        Not declared.
    """
    try:
        raise BadInput
    except:
        raise BadWar("a side is missing")
    # TO\x44O later
'''


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (house_rules.long_file, '"""Long."""\n' + "x = 1\n" * 300),
        (house_rules.long_function, "def f():\n" + "    x = 1\n" * 41),
        (house_rules.no_introduction, "x = 1\n"),
        (house_rules.unfinished, BAD.replace("\x44", "D")),
        (house_rules.undocumented_parameters, BAD),
        (house_rules.wordless_errors, "raise BadInput"),
        (house_rules.wordless_errors, "raise errors.BadInput()"),
        (house_rules.wordless_errors, "try:\n    f()\nexcept:\n    raise"),
        (undocumented_errors, BAD),
        (house_rules.impure, BAD),
        (house_rules.impure, "import os\n\nx = os.environ['HOME']"),
        (house_rules.impure, "x = np.random.normal(0, 1)"),
        (house_rules.impure, "x = np.random.default_rng()"),
        (house_rules.impure, "def f(today=datetime.date.today()):\n    return today"),
    ],
)
def test_a_broken_rule_is_noticed(rule: Rule, text: str) -> None:
    assert rule(Module("broken.py", text))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (house_rules.long_file, '"""Long."""\n' + "x = 1\n" * 299),
        (house_rules.long_function, "def f():\n" + "    x = 1\n" * 40),
        (house_rules.wordless_errors, "raise BadInput('level is 2; it should be under 1')"),
        (
            house_rules.wordless_errors,
            "try:\n    f()\nexcept ValueError as error:\n    raise error",
        ),
        (
            house_rules.impure,
            "rng = np.random.default_rng(seed)\nx = rng.random(3)  # not time.time()",
        ),
    ],
)
def test_a_rule_lets_good_code_pass(rule: Rule, text: str) -> None:
    assert rule(Module("good.py", text)) == []


def test_the_tree_of_errors_is_drawn_as_it_is() -> None:
    drawn = house_rules.drawn_tree(errors.__doc__ or "")
    classes = error_classes()
    real = {
        name: next((base.__name__ for base in kind.__bases__ if base.__name__ in classes), None)
        for name, kind in classes.items()
    }
    assert drawn == real
    builtin = {name: kind for name, kind in classes.items() if len(kind.__bases__) == 2}
    for name, kind in builtin.items():
        assert f"{name} ({kind.__bases__[1].__name__})" in (errors.__doc__ or "")


def texts() -> list[tuple[str, str]]:
    found = []
    for path in files():
        body = path.read_bytes()
        # The trained pipeline's weights are no text, though some hold no zero byte.
        weights = "english/pipeline" in path.as_posix() and path.suffix not in {".md", ".txt"}
        if b"\0" not in body and not weights:
            found.append((path.relative_to(ROOT).as_posix(), body.decode("utf-8")))
    return found


# One letter stands in brackets, so that this file does not hold what it looks for.
MACHINE = re.compile(r"(?<![\w.:/])/(wor[k]|roo[t]|hom[e]|User[s])/\w")
ADDRESS = re.compile(
    r"--(extra-)?inde[x]-url|--find-link[s]|^(extra-)?inde[x]-url *=|/simpl[e]/"
    r"|pyp[i]\.org|pythonhoste[d]|tool\.u[v]\.index|\"resolve[d]\":",
    re.MULTILINE,
)


def test_no_path_of_a_machine_and_no_index_address_stands_anywhere() -> None:
    bad = [(name, met[0]) for name, text in texts() for met in MACHINE.finditer(text)]
    bad += [(name, met[0]) for name, text in texts() for met in ADDRESS.finditer(text)]
    assert bad == []


@pytest.mark.parametrize("start", ["/wo", "/ro", "/ho"])
def test_a_path_of_a_machine_would_be_noticed(start: str) -> None:
    end = {"/wo": "rk", "/ro": "ot", "/ho": "me"}[start]
    assert MACHINE.search(f'open("{start}{end}/x")')
    assert ADDRESS.search(f"--{'index'}-url https://example.org")


def test_the_command_line_loads_without_the_heavy_libraries() -> None:
    heavy = "polars duckdb numpy scipy trafilatura altair pydantic jinja2 rich vl_convert"
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import truceline.cli; "
        f"print(*sorted(set('{heavy}'.split()) & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, str(ROOT / "src")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == []


def test_the_package_re_exports_nothing() -> None:
    tree = ast.parse((ROOT / "src/truceline/__init__.py").read_text(encoding="utf-8"))
    assert [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)] == []
