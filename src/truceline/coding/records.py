"""Small records of a sentence, made by the hundred: words, names, triggers, clauses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def record(fields: type[Made]) -> type[Made]:
    """Make a class a record of the fields it names: compared by them, and not to be changed.

    The type checker refuses a change. Nothing does while the program runs, as a frozen dataclass
    would: it takes three times as long to make, and a sentence has some dozens.

    Parameters
    ----------
    fields : type
        A class whose annotations are the fields.

    Returns
    -------
    type
        A dataclass with slots that can be hashed.

    Examples
    --------
    >>> @record
    ... class Pair:
    ...     one: str
    ...     other: str = ""
    >>> Pair("a") == Pair("a", ""), len({Pair("a"), Pair("a")}), Pair("a")
    (True, 1, Pair(one='a', other=''))
    """
    return dataclass(slots=True, unsafe_hash=True)(fields)


class Kept(Generic[Made]):
    """What is worked out of an object when it is first asked for, and kept with it.

    As `functools.cached_property` is, but without the lock that this has up to Python 3.11: a
    sentence is read by one thread, and has half a dozen of these.

    Examples
    --------
    >>> class Square:
    ...     side = 3
    ...
    ...     @Kept
    ...     def area(self) -> int:
    ...         return self.side**2
    >>> square = Square()
    >>> square.area, vars(square)
    (9, {'area': 9})
    """

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Note the name under which the value is kept."""
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Made:
        """Work the value out; once it is kept, it is found before this is asked."""
        value: Made = self.make(instance)
        instance.__dict__[self.name] = value
        return value
