"""What a reader must mind stands before anything else, in every form."""

import json
from dataclasses import replace

from truceline.show.brief import render
from truceline.terms.briefs import Brief

ODD = "a.txt <b>may</b> be about another war"


def test_remarks_stand_in_every_form_and_escaped_on_the_page(brief: Brief) -> None:
    made = replace(brief, remarks=(ODD,))
    page = render(made, suffix=".html")
    assert page.index("&lt;b&gt;may&lt;/b&gt; be about another war") < page.index('id="judgement"')
    plain = render(made, suffix=".md")
    assert plain.index("**Mind:**") < plain.index("## The answers")
    assert json.loads(render(made, suffix=".json"))["remarks"] == [ODD]


def test_a_brief_without_remarks_has_no_box(brief: Brief) -> None:
    assert 'class="mind"' not in render(brief, suffix=".html")
    assert "Mind:" not in render(brief, suffix=".md")
