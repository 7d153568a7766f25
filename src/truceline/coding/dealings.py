"""Who has dealt with whom, as far as a story has told it."""

from dataclasses import dataclass, field

from truceline.coding.draft import Draft
from truceline.coding.records import record
from truceline.terms.events import Actor


@record
class Deed:
    """Who did what to whom, in which sentence of the story.

    `source` and `target` are those with a code.
    """

    type: str
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    sentence: int


@dataclass(slots=True)
class Dealings:
    """The deeds told so far; `last` are those whom each, by its code, dealt with last."""

    deeds: list[Deed] = field(default_factory=list)
    last: dict[str, tuple[Actor, ...]] = field(default_factory=dict)

    def note(self, draft: Draft, sentence: int) -> None:
        """Note an event of a sentence, and with whom each of its sides dealt."""
        source = tuple([each for each in draft.source if each.code])
        target = tuple([each for each in draft.target if each.code])
        if not source and not target:
            return
        self.deeds.append(Deed(draft.type, source, target, sentence))
        if not source or not target:
            return
        for those, others in ((source, target), (target, source)):
            for each in those:
                other = tuple([one for one in others if one.code != each.code])
                if each.code and other:
                    self.last[each.code] = other

    def have_met(self, draft: Draft) -> bool:
        """Return whether the deed told last is talks, and none but their parties do this one."""
        last = self.deeds[-1] if self.deeds else None
        doers = {each.code for each in draft.source if each.code}
        return last is not None and last.type == "CONSULT" and bool(doers) and doers <= {
            each.code for each in (*last.source, *last.target)
        }  # fmt: skip
