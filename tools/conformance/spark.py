"""Runs the job of engines/spark over records with two local workers, each partition's first attempt being killed.

Prints the results line by line, for whoever compares them. Shows besides that two records with one id and
different results are refused, that no partial output of a killed attempt is left, and that records in Parquet and pages
in WARC files give the results that the stage itself gives.
"""

import json
import os
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path

os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, str(Path("engines/spark").resolve()))
import warraq_spark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

records, out, command = sys.argv[1:4]
Path(out).mkdir(parents=True, exist_ok=True)

# Answers three records and is killed, the first time that a partition is tried.
mortal = Path(out) / "mortal.sh"
mortal.write_text(
    f"""#!/bin/bash
if [ "$WARRAQ_ATTEMPT" = 0 ]; then
  touch "{out}/killed-$WARRAQ_PARTITION"
  head -n 3 | node "{command}" stage
  kill -9 $$
fi
exec node "{command}" "$@"
"""
)
mortal.chmod(mortal.stat().st_mode | stat.S_IXUSR)

session = (
    SparkSession.builder.master("local[2,3]")
    .appName("warraq")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.memory", "2g")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.log.level", "OFF")
    .getOrCreate()
)
session.sparkContext.addPyFile("engines/spark/warraq_spark.py")


def job(source, kind, target, warraq):
    flags = ["--format", kind, "--input", source, "--output", target, "--warraq", warraq, "--partitions", "5"]
    warraq_spark.run(session, warraq_spark.parse(flags))


job(f"file://{records}", "ndjson", f"{out}/edition", str(mortal))
rows = session.read.parquet(f"{out}/edition/results").collect()
killed = len(list(Path(out).glob("killed-*")))
if killed == 0:
    sys.exit("no attempt was killed")
left = [str(path) for path in Path(out).rglob("*") if "_temporary" in path.name or "attempt" in path.name]
if left:
    sys.exit(f"attempts left {left}")
turns = session.read.parquet(f"{out}/edition/turns")
if turns.count() == 0 or turns.select("turn_id").distinct().count() != turns.count():
    sys.exit("the table of turns is empty, or has a turn twice")

twice = Path(out) / "twice.ndjson"
twice.write_text('{"id": "a", "text": "A ship\\n\\nIt came."}\n{"id": "a", "text": "A boat\\n\\nIt went."}\n')
try:
    job(f"file://{twice}", "ndjson", f"{out}/twice", f"node {command}")
    sys.exit("two results of one id were taken")
except ValueError as error:
    print(f"refused: {error}", file=sys.stderr)


def staged(lines):
    """The results of one process, sorted."""
    given = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    done = subprocess.run(["node", command, "stage"], input=given, stdout=subprocess.PIPE, check=True)
    return sorted(done.stdout.decode().splitlines())


def expect(kind, source, lines):
    job(f"file://{source}", kind, f"{out}/of-{kind}", f"node {command}")
    found = sorted(row.result for row in session.read.parquet(f"{out}/of-{kind}/results").collect())
    if not found or found != staged(lines):
        sys.exit(f"the results of {kind} are not those of the stage")
    print(f"{kind}: {len(found)} results, as the stage gives them", file=sys.stderr)


some = [json.loads(line) for line in Path(records).read_text(encoding="utf-8").split("\n")[:25]]
fields = ["id", "text", "collection", "url"]
table = session.createDataFrame(
    [tuple(record.get(field) for field in fields) for record in some], ", ".join(f"{field} string" for field in fields)
)
table.write.mode("overwrite").parquet(f"{out}/records.parquet")
expect("parquet", f"{out}/records.parquet", some)

from warcio.statusandheaders import StatusAndHeaders  # noqa: E402
from warcio.warcwriter import WARCWriter  # noqa: E402

pages = []
with open(f"{out}/pages.warc.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    for n in range(6):
        url = f"https://press.example/{n}"
        body = f"<!doctype html><title>Page {n}</title><h1>Page {n}</h1><p>Caf\u00e9 number {n} closed after {n + 2} years.</p>"
        charset = "utf-8" if n % 2 else "iso-8859-1"
        headers = StatusAndHeaders("200 OK", [("Content-Type", f"text/html; charset={charset}")], protocol="HTTP/1.1")
        record = writer.create_warc_record(url, "response", payload=BytesIO(body.encode(charset)), http_headers=headers)
        writer.write_record(record)
        pages.append({"id": record.rec_headers.get_header("WARC-Record-ID"), "url": url, "html": body})
    picture = StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("https://press.example/p", "response", payload=BytesIO(b"png"), http_headers=picture))
expect("warc", f"{out}/pages.warc.gz", pages)
session.stop()
for row in rows:
    sys.stdout.buffer.write(row.result.encode("utf-8") + b"\n")
