"""The door turns what goes wrong into one line and the right exit code."""

import click
import pytest

from truceline.cli.door import Door
from truceline.terms.errors import BadInput, StoreBroken


def leave_by(error: BaseException, capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """Return the exit code and standard error of a verb that ends with `error`."""

    @click.group(cls=Door)
    def main() -> None:
        pass

    @main.command()
    def verb() -> None:
        raise error

    with pytest.raises(SystemExit) as ended:
        main(["verb"])
    return ended.value.code, capsys.readouterr().err


@pytest.mark.parametrize("error", [BadInput("a\nb"), StoreBroken("a\nb")])
def test_an_error_of_ours_is_one_line_and_exit_1(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leave_by(error, capsys) == (1, "truceline: a b\n")


def test_a_full_disk_names_the_file_without_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    full = OSError(28, "No space left on device", "/somewhere/deep/brief.html")
    code, said = leave_by(full, capsys)
    assert code == 1
    assert said.startswith("truceline: brief.html: no space left on device")
    assert "/somewhere" not in said


def test_an_interruption_is_one_line_and_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = leave_by(KeyboardInterrupt(), capsys)
    assert (code, said.strip().splitlines()[-1]) == (
        1,
        "truceline: interrupted; nothing was half-written",
    )


def test_wrong_usage_is_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = leave_by(click.UsageError("no such option"), capsys)
    assert code == 2
    assert "no such option" in said
