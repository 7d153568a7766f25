"""What the models' parameters are called, for a given war, and what they may be."""

from truceline.terms.errors import BadWar
from truceline.terms.wars import Side, War

LIMITS: dict[str, tuple[float, float]] = {
    "power": (0.01, 0.99),
    "uncertainty": (0.001, 2.0),
    "shift": (-1.0, 1.0),
    "monitoring": (0.0, 1.0),
    "discount": (0.01, 1.0),
    "tomorrow": (0.0, 1.0),
    "step": (0.0, 1.0),
    "cost": (0.0, 2.0),
    "backers": (0.0, 2.0),
    "office": (0.0, 2.0),
    "ouster_settle": (0.0, 1.0),
    "ouster_fight": (0.0, 1.0),
    "guarantee": (0.0, 1.0),
    "after_truce": (0.0, 5.0),
}
"""What each kind of parameter may be, in shares of the stake, probabilities or weights."""

ALONE = ("power", "uncertainty", "shift", "monitoring", "discount", "tomorrow", "step")
BY_SIDE = tuple(kind for kind in LIMITS if kind not in ALONE)
NEEDED = ("power", "uncertainty", "discount")
NEEDED_BY_SIDE = ("cost", "backers")


def sides(war: War) -> tuple[Side, Side]:
    """The side that makes the offer, and the other.

    Parameters
    ----------
    war : War
        Its `reason.proposer` is a side's code; without it, the first side.

    Returns
    -------
    (Side, Side)
        Proposer first.

    Raises
    ------
    BadWar
        If the war has fewer than two sides or the proposer is not one of the first two.
    """
    if len(war.sides) < 2:
        raise BadWar(f"{war.folder} has {len(war.sides)} sides; the model needs two")
    first, second = war.sides[:2]
    wanted = war.reason.get("proposer", first.code)
    if wanted == first.code:
        return first, second
    if wanted == second.code:
        return second, first
    raise BadWar(
        f"[reason] proposer is {wanted!r} in {war.folder}; write {first.code} or {second.code}"
    )


def key(side: Side) -> str:
    """The side's word in parameter names: its name if that is one word, else its code.

    Parameters
    ----------
    side : Side
        A side of a war.

    Returns
    -------
    str
        In small letters, such as `ukraine`.

    Examples
    --------
    >>> key(Side(code="UKR", name="Ukraine")), key(Side(code="UNC", name="United Nations Command"))
    ('ukraine', 'unc')
    """
    return side.name.lower() if len(side.name.split()) == 1 else side.code.lower()


def most(name: str) -> float:
    """The largest value that a parameter may take.

    Parameters
    ----------
    name : str
        Such as `cost.ukraine`.

    Returns
    -------
    float
        The upper end of `LIMITS` for its kind.

    Examples
    --------
    >>> most("monitoring"), most("cost.ukraine")
    (1.0, 2.0)
    """
    return LIMITS[name.partition(".")[0]][1]


def called(war: War) -> dict[str, str]:
    """What each side is called in sentences, by its word in parameter names.

    Parameters
    ----------
    war : War
        Its `reason.called` may give a short name by the side's code; else the side's own name.

    Returns
    -------
    dict
        Such as `{"prk": "the northern side"}`.

    Raises
    ------
    BadWar
        If `called` is not a table of names.
    """
    short = war.reason.get("called", {})
    if not isinstance(short, dict) or not all(isinstance(each, str) for each in short.values()):
        raise BadWar(f"[reason] called of {war.folder} should be a table, code = name")
    return {key(side): short.get(side.code, side.name) for side in sides(war)}


def names(war: War) -> tuple[str, ...]:
    """Every parameter name that this war knows, in the models' order.

    Parameters
    ----------
    war : War
        A war with two sides.

    Returns
    -------
    tuple of str
        `power` … `step`, then the kinds by side, such as `cost.ukraine`.
    """
    keys = [key(side) for side in sides(war)]
    return ALONE + tuple(f"{kind}.{each}" for kind in BY_SIDE for each in keys)
