"""The rules of the house that no linter knows. Each takes one module and returns what it breaks.

`tests/test_house_rules.py` runs them over every file, and each of them once over a module that
breaks it, so that a rule which notices nothing is noticed.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

type_of_function = ast.FunctionDef | ast.AsyncFunctionDef
FILE_LINES = 300
BODY_LINES = 40
PARAMETERS = 6


@dataclass(frozen=True, slots=True)
class Module:
    """A file of ours: its path from the root of the repository, and its text."""

    path: str
    text: str

    def tree(self) -> ast.Module:
        """Return the parsed module."""
        return ast.parse(self.text)


def functions(tree: ast.AST) -> Iterator[type_of_function]:
    """Yield every function and method, at any depth."""
    for node in ast.walk(tree):
        if isinstance(node, type_of_function):
            yield node


def public(tree: ast.Module) -> Iterator[type_of_function]:
    """Yield the functions and methods a user may call: none that starts with an underscore."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            inside = [each for each in node.body if isinstance(each, type_of_function)]
        else:
            inside = [node] if isinstance(node, type_of_function) else []
        yield from (each for each in inside if not each.name.startswith("_"))


def long_file(module: Module) -> list[str]:
    """A file holds one idea: at most 300 lines."""
    lines = len(module.text.splitlines())
    if lines <= FILE_LINES:
        return []
    return [f"{module.path} has {lines} lines, {FILE_LINES} are allowed: find the second idea"]


def long_function(module: Module) -> list[str]:
    """A function's body, its docstring apart, has at most 40 lines."""
    found = []
    for each in functions(module.tree()):
        body = each.body[1:] if ast.get_docstring(each) is not None else each.body
        lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
        if lines > BODY_LINES:
            found.append(f"{module.path}: {each.name} has {lines} lines, {BODY_LINES} are allowed")
    return found


def no_introduction(module: Module) -> list[str]:
    """Every module says in its first line what it is."""
    if not module.text.strip() or ast.get_docstring(module.tree()):
        return []
    return [f"{module.path} does not introduce itself: give it a docstring"]


def declared(function: type_of_function) -> list[str]:
    """Return the names of a function's parameters, without self and cls."""
    spec = function.args
    named = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]
    if spec.vararg:
        named.append(spec.vararg)
    if spec.kwarg:
        named.append(spec.kwarg)
    return [each.arg for each in named if each.arg not in {"self", "cls"}]


def section(docstring: str, title: str) -> list[str] | None:
    """Return the entries of a numpydoc section, their explanations left out, or None."""
    found = re.search(
        rf"^{title}\n-+\n(.*?)(?=^\w[\w ]*\n-+$|\Z)", docstring, re.DOTALL | re.MULTILINE
    )
    if found is None:
        return None
    heads = [line for line in found[1].splitlines() if line and not line[0].isspace()]
    return [name.strip(" *") for line in heads for name in line.split(" : ")[0].split(",")]


def undocumented_parameters(module: Module) -> list[str]:
    """Where a public function's parameters are documented, they are those it declares."""
    found = []
    for each in public(module.tree()):
        told = section(ast.get_docstring(each) or "", "Parameters")
        if told is not None and sorted(told) != sorted(declared(each)):
            found.append(f"{module.path}: {each.name} documents {told}, declares {declared(each)}")
    return found


def raised(node: ast.AST) -> Iterator[tuple[str, bool]]:
    """Yield each error raised by name, and whether it was given words."""
    for each in ast.walk(node):
        if not isinstance(each, ast.Raise) or each.exc is None:
            continue
        called = isinstance(each.exc, ast.Call)
        name = each.exc.func if isinstance(each.exc, ast.Call) else each.exc
        words = isinstance(each.exc, ast.Call) and bool(each.exc.args or each.exc.keywords)
        label = ast.unparse(name).rsplit(".", 1)[-1]
        # `raise error` hands on one that has its words already; a class has a capital.
        if called or label[:1].isupper():
            yield label, words


def wordless_errors(module: Module) -> list[str]:
    """An error says what is wrong: none is raised without words, and none is caught unnamed."""
    found = [
        f"{module.path} raises {name} without words"
        for name, words in raised(module.tree())
        if not words and name not in {"StopIteration", "KeyboardInterrupt"}
    ]
    bare = [n for n in ast.walk(module.tree()) if isinstance(n, ast.ExceptHandler) and not n.type]
    return found + [f"{module.path}:{each.lineno} has a bare except" for each in bare]


def undocumented_errors(module: Module, tree_of_errors: frozenset[str]) -> list[str]:
    """An error of ours that a public function raises stands in its docstring."""
    found = []
    for each in public(module.tree()):
        names = {name for name, _ in raised(each)} & tree_of_errors
        doc = ast.get_docstring(each) or ""
        told = set(section(doc, "Raises") or ())
        found += [
            f"{module.path}: {each.name} raises {name} and does not say so"
            for name in sorted(names - told)
        ]
    return found


IMPURE = re.compile(
    r"""\b(
        ((datetime|dt)\.)?(datetime|date)\.(now|today|utcnow)
      | time\.(time|time_ns|localtime|gmtime)
      | os\.(environ|getenv|getcwd|urandom) | Path\.(cwd|home) | locale\.\w+
      | (np|numpy)\.random\.(?!default_rng\([^)]|Generator|SeedSequence|BitGenerator|PCG64)\w+
      | random\.(random|randint|choice|choices|shuffle|sample|seed|gauss|uniform)
      | uuid\.uuid[14] | secrets\.\w+ | socket\.\w+
    )""",
    re.VERBOSE,
)


def impure(module: Module) -> list[str]:
    """No function reads the clock, the environment, the place it runs in, or global chance."""
    # Unparsed, so that a word in a comment is not taken for a call; docstrings are text nodes.
    found = []
    nodes = list(ast.walk(module.tree()))
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    for node in nodes:
        # What is called is looked at with its arguments: a generator with a seed is no chance.
        if isinstance(node, ast.Attribute | ast.Call) and id(node) not in called:
            met = IMPURE.match(ast.unparse(node))
            if met:
                found.append(f"{module.path}:{node.lineno} reads {met[0]}: make it an argument")
    return sorted(set(found))


def unfinished(module: Module) -> list[str]:
    """Nothing is left for later: no marks, no body that only refuses, no line kept from tests."""
    marks = "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "NotImplemented" + "Error"])
    found = re.findall(rf"\b({marks})\b|(pragma: no[ ]cover)", module.text)
    return [f"{module.path} holds {''.join(each)}" for each in found]


def has_content(module: Module) -> bool:
    """Say whether there is anything to test: a function or a method."""
    return next(functions(module.tree()), None) is not None


def drawn_tree(docstring: str) -> dict[str, str | None]:
    """Return child → parent as a docstring draws it, four columns a step."""
    parents: dict[str, str | None] = {}
    above: list[str] = []
    for line in docstring.splitlines():
        found = re.match(r"^([\s│├└─]*)([A-Z]\w+)( \(\w+\))?(  .*)?$", line)
        if found is None:
            continue
        depth = len(found[1]) // 4
        above[depth:] = [found[2]]
        parents[found[2]] = above[depth - 1] if depth else None
    return parents
