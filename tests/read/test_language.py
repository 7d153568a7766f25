"""Languages by their script and commonest words."""

import pytest

from truceline.read import language

NAMES = "Kharkiv Sumy Odesa Poltava Dnipro Kherson Lviv Rivne Lutsk Uzhhorod " * 5 + "the to of"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The two sides met in Istanbul, but there was no truce for the people of the city.", "en"),
        ("Die beiden Seiten trafen sich in Istanbul, aber es ist nicht zu einer Einigung.", "de"),
        ("Les deux parties se sont rencontrées à Istanbul, mais la trêve n’est pas en vue.", "fr"),
        ("Las dos partes se reunieron en Estambul, pero no hay una tregua para la ciudad.", "es"),
        ("Le due parti si sono incontrate a Istanbul, ma la tregua non è stata decisa.", "it"),
        ("Obie strony spotkały się w Stambule, ale nie ma rozejmu i nie jest to koniec.", "pl"),
        ("İki taraf İstanbul'da bir araya geldi ve ateşkes için bir karar çıkmadı.", "tr"),
        ("Стороны встретились в Стамбуле, но о прекращении огня они не договорились.", "ru"),
        ("Сторони зустрілися у Стамбулі, але про припинення вогню не домовилися.", "uk"),
        ("اجتمع الجانبان في إسطنبول لكنهما لم يتفقا على وقف إطلاق النار.", "ar"),
        ("دو طرف در استانبول گفتگو کردند ولی چیزی پذیرفته نشد.", "fa"),
        ("双方在伊斯坦布尔会谈,但没有达成停火协议。", "zh"),
        ("双方はイスタンブールで会談したが、停戦には至らなかった。", "ja"),
        ("양측은 이스탄불에서 만났지만 휴전에는 합의하지 못했다.", "ko"),
        ("Οι δύο πλευρές συναντήθηκαν στην Κωνσταντινούπολη.", "el"),
        ("הצדדים נפגשו באיסטנבול אך לא הסכימו על הפסקת אש.", "he"),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert language.of(text) == code


@pytest.mark.parametrize("text", ["", "1,200", "Kyiv", "Drones hit Belaya airfield", NAMES])
def test_too_few_words_name_no_language(text: str) -> None:
    assert language.of(text) is None


def test_foreign_names_do_not_change_the_language() -> None:
    text = "The head of the delegation, Владимир Мединский, said that it was the last offer. " * 2
    assert language.of(text) == "en"
