"""A file from its makers' address: whole and checked or not at all, taken up where it broke off."""

import hashlib
import http.client
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from truceline.terms.errors import BadInput

_CHUNK = 1 << 18
_TRIES = 5
_LONGEST = 8 << 30  # bytes; GED whole, zipped, has 0.05 GB
_WAIT = 30.0  # seconds without a byte before a try is given up
_LOST = (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError)
Opener = Callable[[urllib.request.Request], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A file that a dataset's makers publish; `address` is None where they want a person."""

    name: str
    dataset: str
    version: str
    file: str
    page: str
    address: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that is here: its hash, its size in bytes, and the address it came from."""

    sha256: str
    size: int
    address: str


class SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follow a redirect, but never from a safe address to one that anybody on the way can read."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """Return the request to go on with.

        Raises
        ------
        BadInput
            If it would leave https.
        """
        if req.full_url.startswith("https:") and not newurl.startswith("https:"):
            raise BadInput(f"{req.host} leads to {newurl}, which is not https; it was not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@cache
def official() -> dict[str, Official]:
    """Return the files that can be asked for, by name.

    Examples
    --------
    >>> official()["acled"].address is None
    True
    """
    text = files("truceline.read.datasets").joinpath("official.toml").read_text(encoding="utf-8")
    return {
        name: Official(name=name, **entry) for name, entry in tomllib.loads(text)["file"].items()
    }


def opener() -> Opener:
    """Return what opens addresses: with the system's proxies, and safe redirects only."""
    built = urllib.request.build_opener(SafeRedirects())
    return lambda request: built.open(request, timeout=_WAIT)


def by_hand(wanted: Official, target: Path) -> str:
    """Return what a person should do where the file cannot be fetched."""
    where = wanted.address or wanted.page
    return (
        f"download it by hand from {where}, put it into {target.parent.name}/ as {target.name}, "
        f"then: truceline record import STORE {target.name}"
    )


def fetch(wanted: Official, target: Path, *, opened: Opener, sha256: str | None = None) -> Fetched:
    """Fetch a file to `target`: whole and checked, or nothing; what broke off is taken up again.

    Parameters
    ----------
    wanted : Official
        The file.
    target : pathlib.Path
        Where it goes. Half a file stands beside it as `.part` until it is whole.
    opened : callable
        Opens a request; see `opener`.
    sha256 : str, optional
        The hash that it must have.

    Returns
    -------
    Fetched
        What is there now.

    Raises
    ------
    BadInput
        If there is no address, it cannot be reached, what came is a web page or has another hash;
        the message says how to get the file by hand.
    """
    if wanted.address is None:
        raise BadInput(f"the makers of {wanted.name} want a person: {by_hand(wanted, target)}")
    part = target.with_name(f"{target.name}.part")
    tag = _tag(part)
    if sha256 is None and not tag.exists():
        # Half of a file that may have changed since: nothing could tell that the halves fit.
        part.unlink(missing_ok=True)
    said = ""
    for _ in range(_TRIES):
        before = part.stat().st_size if part.exists() else 0
        try:
            came = _once(wanted.address, part, opened)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == 416 and before:  # what lies here is longer than what they have
                _drop(part)
                continue
            raise BadInput(
                f"{wanted.address} answers {error.code}; {by_hand(wanted, target)}"
            ) from error
        except _LOST as error:
            said = str(getattr(error, "reason", error)) or type(error).__name__
            grown = part.exists() and part.stat().st_size > before
            if not grown and before == 0 and isinstance(error, urllib.error.URLError):
                break
            continue
        return _checked(wanted, target, part, came, sha256)
    raise BadInput(f"{wanted.address} cannot be reached ({said}); {by_hand(wanted, target)}")


def hash_of(path: Path) -> str:
    """Return a file's sha256, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _once(address: str, part: Path, opened: Opener) -> str:
    """Fetch what `part` lacks; return the address it came from. Raise where it broke off."""
    have = part.stat().st_size if part.exists() else 0
    headers = {"User-Agent": "truceline", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
        if _tag(part).exists():
            headers["If-Range"] = _tag(part).read_text(encoding="ascii")
    with opened(urllib.request.Request(address, headers=headers)) as answer:  # noqa: S310 ours
        goes_on = answer.status == 206 and _starts_at(answer.headers, have)
        if have and not goes_on:
            have = 0
        if etag := answer.headers.get("ETag"):
            _tag(part).write_text(etag, encoding="ascii", errors="ignore")
        length = answer.headers.get("Content-Length")
        whole = have + int(length) if length and length.isdecimal() else None
        with part.open("ab" if goes_on else "wb") as file:
            while piece := answer.read(_CHUNK):
                file.write(piece)
                have += len(piece)
                if have > _LONGEST:
                    raise BadInput(f"{address} sends more than 8 GB; it was given up")
        if whole is not None and have != whole:
            raise ConnectionError(f"it broke off at {have} of {whole} bytes")
        return str(answer.url)


def _tag(part: Path) -> Path:
    """Return where the version of a half file is noted, as the server names it."""
    return part.with_name(f"{part.name}.tag")


def _drop(part: Path) -> None:
    part.unlink(missing_ok=True)
    _tag(part).unlink(missing_ok=True)


def _starts_at(headers: Any, have: int) -> bool:
    """Say whether an answer goes on where the part ends."""
    return str(headers.get("Content-Range", "")).startswith(f"bytes {have}-")


def _checked(wanted: Official, target: Path, part: Path, came: str, sha256: str | None) -> Fetched:
    """Put a whole file in its place, if it is what was asked for."""
    with part.open("rb") as file:
        start = file.read(512).lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        _drop(part)
        raise BadInput(
            f"{wanted.address} sent a web page instead of the file (a log-in or a notice); "
            f"{by_hand(wanted, target)}"
        )
    found, size = hash_of(part), part.stat().st_size
    if sha256 is not None and found != sha256:
        _drop(part)
        raise BadInput(
            f"{wanted.file} came with the sha256 {found[:16]}… where {sha256[:16]}… is due; "
            f"nothing was kept; {by_hand(wanted, target)}"
        )
    part.replace(target)
    _tag(part).unlink(missing_ok=True)
    return Fetched(found, size, came)
