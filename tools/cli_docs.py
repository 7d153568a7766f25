"""Write docs/cli.md from the commands' own help, so that the page cannot lag behind them.

Run by `make docs`; `tests/test_docs.py` compares the page with what this would write.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from truceline.cli import main

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
HEAD = """\
# The command line

Results go to standard output, remarks to standard error, so that pipes work. Exit 0: done. 1: the
input was wrong, and one line says what to do. 2: the command was written wrongly. STORE comes
before files. This page is written by `make docs` from the commands' own help.
"""


def commands(
    command: click.Command, name: str = "truceline", parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Yield every command with its full name and a context to ask it for help."""
    settings = {"max_content_width": 96, "terminal_width": 96, **command.context_settings}
    context = click.Context(
        command, info_name=name.rsplit(maxsplit=1)[-1], parent=parent, **settings
    )
    yield name, command, context
    if isinstance(command, click.Group):
        for verb in sorted(command.commands):
            yield from commands(command.commands[verb], f"{name} {verb}", context)


def text() -> str:
    """Return the page: one section a command, in order of names."""
    parts = [HEAD]
    for name, command, context in commands(main):
        lines = [line.rstrip() for line in command.get_help(context).splitlines()]
        parts.append(f"## `{name}`\n\n```text\n" + "\n".join(lines) + "\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
    print(f"{PAGE.name}: written")
