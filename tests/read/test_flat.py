"""Text out of markup that cannot be parsed."""

from truceline.read.flat import flattened


def test_tags_go_and_text_stays() -> None:
    source = "<html><head><title>x</title></head><body>" + "<div>" * 5000
    source += "<p>They <b>met</b> in &quot;Istanbul&quot;.</p><script>var x = '<p>no</p>'</script>"
    assert flattened(source + "<p>Later\nstill</p>") == 'They met in "Istanbul".\n\nLater still'


def test_half_a_tag_at_the_end_is_no_text() -> None:
    assert flattened("<p>They met</p><div class='a") == "They met"


def test_a_lone_less_than_sign_is_text() -> None:
    assert flattened("<p>5 < 7 and 8 > 3</p>") == "5 < 7 and 8 > 3"


def test_half_characters_and_zeros_are_replaced() -> None:
    assert "\x00" not in flattened("a&#0;b")
    assert flattened("a&#xD800;b").encode() == "a\ufffdb".encode()
