"""Pages are tests: commands in them exist and run, links lead somewhere, examples parse."""

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import cli_docs
import truceline
from truceline.cli import main

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the language and text of every fenced block of a page."""
    text = page.read_text(encoding="utf-8")
    for found in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield found[1], found[2]


def command_lines(page: Path, first: str) -> list[list[str]]:
    """Return the commands of a page's shell blocks that begin with `first`, split into words."""
    found = []
    for language, text in blocks(page):
        if language not in {"sh", "console", "bash", "shell"}:
            continue
        for line in text.replace("\\\n", " ").splitlines():
            for part in line.removeprefix("$ ").split("&&"):
                words = shlex.split(part, comments=True)
                if words and words[0].rsplit("/", 1)[-1] == first:
                    found.append(words)
    return found


def outside_blocks(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as Markdown viewers make them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@PAGE
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", outside_blocks(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name} links to {link}, which is not there"
        if anchor:
            assert anchor in anchors(target), f"{page.name} links to {link}: no such heading"


@PAGE
def test_make_targets_named_in_a_page_exist(page: Path) -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    named = {words[1] for words in command_lines(page, "make")}
    named |= set(re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8")))
    assert named <= targets


def resolve(words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that the words name, and the words that are left for it."""
    command: click.Command = main
    rest = words[1:]
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        assert rest[0] in command.commands, f"there is no verb {' '.join(words)}"
        command, rest = command.commands[rest[0]], rest[1:]
    return command, rest


@PAGE
def test_commands_in_a_page_have_verbs_and_options_that_exist(page: Path) -> None:
    for words in command_lines(page, "truceline"):
        command, rest = resolve(words)
        known = {name for option in command.params for name in option.opts} | {"--help", "-h"}
        given = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
        assert given <= known, f"{page.name}: {' '.join(words)}"


@PAGE
def test_data_in_a_page_parses(page: Path) -> None:
    for language, text in blocks(page):
        if language == "json":
            json.loads(text)
        elif language == "toml":
            tomllib.loads(text)
        elif language == "python" and ">>>" not in text:
            compile(text, page.name, "exec")


def test_the_page_of_the_command_line_is_what_the_commands_say() -> None:
    assert cli_docs.PAGE.read_text(encoding="utf-8") == cli_docs.text(), "run `make docs`"


def test_every_verb_and_option_is_explained_in_a_sentence() -> None:
    for name, command, _ in cli_docs.commands(main):
        assert (command.help or "").strip().endswith("."), f"{name} does not say what it does"
        for option in command.params:
            if isinstance(option, click.Option):
                assert (option.help or "").endswith("."), f"{name} {option.opts[-1]}"


@pytest.mark.slow
def test_the_tour_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    tour = command_lines(ROOT / "README.md", "truceline")
    assert len(tour) >= 5
    for words in tour:
        done = CliRunner().invoke(main, words[1:], prog_name="truceline")
        assert done.exit_code == 0, f"{' '.join(words)}: {done.output}"
        assert done.stdout.strip(), f"{' '.join(words)} says nothing"


@pytest.mark.parametrize(
    "record", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda record: record.stem
)
def test_a_decision_says_why_what_at_what_price_and_until_when(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    heads = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert heads == ["Context", "Decision", "Price", "What would change our mind"]
    assert text.startswith(f"# {int(record.stem[:4])}. ")
    assert len(text.splitlines()) <= 40, "half a page"


def test_versions_agree() -> None:
    version = truceline.__version__
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+?)[, ]", changes, re.MULTILINE)[0] == version


def test_the_readme_opens_with_a_picture_and_two_commands() -> None:
    screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20])
    positions = [
        screen.index(each)
        for each in ("![", "sudo apt install git make python3-venv", "make demo", "make check")
    ]
    assert positions == sorted(positions)
    assert (ROOT / "docs/brief.png").stat().st_size <= 300_000


def test_a_dead_link_and_an_unknown_verb_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[x](gone.md)\n\n```sh\ntruceline frobnicate\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="which is not there"):
        test_links_between_pages_lead_somewhere(page)
    with pytest.raises(AssertionError, match="there is no verb"):
        test_commands_in_a_page_have_verbs_and_options_that_exist(page)
