"""The sources of the editions that are judged."""

import shutil
from pathlib import Path

DECLARED = """title: {ar: 'ورّاق <أ> & "ب"', en: The Copyist}
description: {ar: 'مقالات: حوارات # وبيانات', en: 'Articles, dialogues'}
languages: [%s]
baseUrl: https://press.example/edition/
version: 2.0.0
license: CC-BY-4.0
doi: 10.5281/zenodo.1234567
creators:
  - {name: Nura Haddad, givenName: Nura, familyName: Haddad, orcid: 0000-0002-1825-0097}
  - {name: دار <الأرشيف> & شركاه, type: organisation, url: 'https://example.org/house'}
publisher: {name: Archive House, type: organisation, url: 'https://example.org/'}
"""

# Formulas, quotes, tags, controls of direction, characters beyond U+FFFF, line ends of Windows, no text at all.
HOSTILE = {
    "formulas": "=HYPERLINK(\"x\"), \"two\"\n5 March 2024\n\n-1 and +2 and @three.\n\nAda Lane: =SUM(A1) \"quoted\", 'single'.\n"
    "Ben Roe: -dash first; <b>&amp;</b> ]]> \\ back\nAda Lane: +1?\nBen Roe: @home, \"\"twice\"\".\n",
    "controls": "عنوان \u200fمع\u200e علامات\n5 مارس 2024\n\nنص \u202bمع\u202c اتجاهات 😀 و𐎀 بعد.\n\n"
    "نورا حداد: مرحباً 😀𐎀!\nسامي رزق: أهلاً\u061c (ضاحكاً).\nنورا حداد: كيف الحال؟\nسامي رزق: بخير.\n",
    "windows": "A ship comes home\r\n5 March 2024\r\n\r\nThe ship came\r\nback.\r\n\r\nNora Feld: Hello.\r\nRuth Calder: Hello, Nora.\r\nNora Feld: Well?\r\nRuth Calder: Well.\r\n",
    "empty": "",
    "title-alone": "A title and no more\n",
}

LANGUAGES = {
    "ar": ("سفينة تعود إلى الميناء", "5 مارس 2024", "نورا حداد", "سامي رزق", "كيف كانت الرحلة؟", "كانت طويلة."),
    "en": ("A ship comes home", "5 March 2024", "Nora Feld", "Ruth Calder", "How was the journey?", "It was long."),
    "fr": ("Un navire rentre au port", "5 mars 2024", "Nora Feld", "Ruth Calder", "Comment était le voyage ?", "Il était long."),
    "de": ("Ein Schiff kehrt heim", "5. März 2024", "Nora Feld", "Ruth Calder", "Wie war die Reise?", "Sie war lang."),
    "ru": ("Корабль возвращается домой", "5 марта 2024", "Нора Фельд", "Рут Кальдер", "Каким был путь?", "Он был долгим."),
    "fa": ("کشتی به خانه بازمی‌گردد", "5 مارس 2024", "نورا حداد", "سامی رزق", "سفر چگونه بود؟", "طولانی بود."),
}


def write_sources(root: Path, seed: Path) -> dict[str, Path]:
    """Lays out the sources of each edition below root."""
    shutil.copytree(seed, root / "seed")
    hostile, twelve = root / "hostile", root / "twelve"
    (hostile / "press").mkdir(parents=True)
    (hostile / "edition.yaml").write_text(DECLARED % "ar, en", "utf-8")
    (hostile / "press/collection.yaml").write_text("title: 'Press & Co'\nrights: © <Press>\n", "utf-8")
    for slug, text in HOSTILE.items():
        (hostile / f"press/{slug}.txt").write_bytes(text.encode("utf-8"))
    (twelve / "press").mkdir(parents=True)
    (twelve / "edition.yaml").write_text(DECLARED % ", ".join(LANGUAGES), "utf-8")
    for tag, (title, date, one, other, question, answer) in LANGUAGES.items():
        turns = f"{one}: {question}\n{other}: {answer}\n" * 3
        (twelve / f"press/talk-{tag}.txt").write_text(f"{title}\n{date}\n\n{answer} {answer}\n\n{turns}", "utf-8")
        (twelve / f"press/note-{tag}.txt").write_text(f"{title}\n{date}\n\n{answer} {answer}\n", "utf-8")
    return {"seed": root / "seed", "hostile": hostile, "twelve": twelve}
