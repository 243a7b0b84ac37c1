"""Runs the job of engines/spark over records with two local workers, each partition's first attempt being killed.

Prints the results line by line, for whoever compares them. Shows besides that two records with one id and
different results are refused, and that no partial output of a killed attempt is left.
"""

import os
import stat
import sys
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
session.stop()
for row in rows:
    sys.stdout.buffer.write(row.result.encode("utf-8") + b"\n")
