"""The sources of the editions that are judged."""

import shutil
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "tests/editions"

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


def write_sources(root: Path, seed: Path) -> dict[str, Path]:
    """Lays out the sources of each edition below root."""
    shutil.copytree(seed, root / "seed")
    hostile, road = root / "hostile", root / "paper-road"
    (hostile / "press").mkdir(parents=True)
    (hostile / "edition.yaml").write_text(DECLARED % "ar, en", "utf-8")
    (hostile / "press/collection.yaml").write_text("title: 'Press & Co'\nrights: © <Press>\n", "utf-8")
    for slug, text in HOSTILE.items():
        (hostile / f"press/{slug}.txt").write_bytes(text.encode("utf-8"))
    shutil.copytree(FIXTURES / "paper-road", road)
    return {"seed": root / "seed", "hostile": hostile, "paper-road": road}
