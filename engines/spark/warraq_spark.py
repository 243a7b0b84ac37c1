"""Runs `warraq stage` over many articles with Apache Spark.

    spark-submit engines/spark/warraq_spark.py --format ndjson --input records.ndjson --output out

Each partition is one process of the command, fed line by line: as many results come out as records went in, with the
same ids in the same order, and the process ends with status 0, or the attempt fails and Spark tries it again. A process
writes nothing but its standard output, and Spark publishes only what a whole attempt has written, so a repeated attempt
leaves no second copy. The result of a record does not depend on the partition it lies in.
"""

import argparse
import hashlib
import json
import os
import shlex
import subprocess
import sys
import tempfile
import threading

from pyspark import TaskContext
from pyspark.sql import SparkSession
from pyspark.sql import functions as f
from pyspark.sql import types as t

RESULT = t.StructType(
    [
        t.StructField("id", t.StringType()),
        t.StructField("result", t.StringType(), False),
        t.StructField("sha256", t.StringType(), False),
    ]
)
TURN = t.StructType(
    [t.StructField(name, t.StringType()) for name in ("article_id", "turn_id", "speaker_id", "label", "text")]
)
MESSAGE = t.StructType(
    [t.StructField(name, t.StringType()) for name in ("record_id", "rule", "severity", "message", "fix")]
    + [t.StructField(name, t.IntegerType()) for name in ("line", "column")]
)


class StageError(RuntimeError):
    """The command did not answer each record: a fault of the machine, never of a record."""


def run_stage(lines, command):
    """Feeds lines to one process of the command and yields its lines; raises where they are not one for one."""
    lines = iter(lines)
    first = next(lines, None)
    if first is None:
        return
    context = TaskContext.get()
    environment = dict(os.environ)
    if context is not None:
        environment["WARRAQ_PARTITION"] = str(context.partitionId())
        environment["WARRAQ_ATTEMPT"] = str(context.attemptNumber())
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=environment
        )
        sent = []
        writer = threading.Thread(target=feed, args=(process.stdin, first, lines, sent), daemon=True)
        writer.start()
        count = 0
        try:
            for line in process.stdout:
                if not line.endswith(b"\n"):
                    break
                count += 1
                yield line[:-1].decode("utf-8")
            process.wait()
            writer.join()
            if process.returncode != 0 or sent != [count]:
                errors.seek(0)
                told = errors.read()[-4000:].decode("utf-8", "replace")
                raise StageError(
                    f"status {process.returncode}, {count} results for {sent} records of {shlex.join(command)}: {told}"
                )
        finally:
            process.kill()
            process.wait()


def feed(pipe, first, rest, sent):
    """Writes lines to the process and notes how many; what breaks here is seen by whoever counts."""
    count = 0
    try:
        with pipe:
            line = first
            while line is not None:
                pipe.write(line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line)
                pipe.write(b"\n")
                count += 1
                line = next(rest, None)
        sent.append(count)
    except BaseException as error:  # noqa: BLE001: the thread has nobody else to tell
        sent.append(f"{count}, then {error!r}")


def read_lines(spark, kind, path, partitions):
    """The records of the input as an RDD of lines of JSON."""
    if kind == "ndjson":
        lines = spark.read.option("lineSep", "\n").text(path).rdd.map(lambda row: row.value)
    elif kind == "parquet":
        lines = spark.read.parquet(path).toJSON()
    else:
        files = spark.sparkContext.binaryFiles(path, partitions or 1)
        lines = files.flatMap(lambda pair: pages_of(pair[1]))
    return lines.repartition(partitions) if partitions else lines


def pages_of(bytes_of_warc):
    """The HTML pages of a WARC file as lines of JSON; bytes that are no text of their encoding are said to be none."""
    from io import BytesIO

    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(BytesIO(bytes_of_warc)):
        if record.rec_type != "response" or record.http_headers is None:
            continue
        kind = record.http_headers.get_header("Content-Type", "")
        if "html" not in kind:
            continue
        body = record.content_stream().read()
        page = {
            "id": record.rec_headers.get_header("WARC-Record-ID"),
            "url": record.rec_headers.get_header("WARC-Target-URI"),
        }
        charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or "utf-8"
        try:
            page["html"] = body.decode(charset)
        except (LookupError, UnicodeDecodeError):
            # Without `html` the record is refused with a message; a wrong guess would replace letters in silence.
            pass
        yield json.dumps(page, ensure_ascii=False)


def result_row(line):
    return (json.loads(line).get("id"), line, hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest())


def turn_rows(line):
    article = json.loads(line)["article"]
    for child in article["children"] if article else ():
        if child["type"] != "dialogue":
            continue
        for turn in child["children"]:
            if turn["type"] == "turn":
                label = turn.get("label")
                text = "\n\n".join(text_of(utterance) for utterance in turn["children"])
                slug = article["id"]
                yield (slug, f"{slug}.{turn['id']}", turn.get("speaker"), label and label["value"], text)


def text_of(node):
    if node["type"] == "text":
        return node["value"]
    return "".join(text_of(child) for child in node.get("children", ()))


def message_rows(line):
    result = json.loads(line)
    for message in result["messages"]:
        yield tuple(
            [result["id"]]
            + [message.get(key) for key in ("rule", "severity", "message", "fix", "line", "column")]
        )


def refuse_differing(results):
    """Two results of one id must be the same to the byte: then they are one."""
    differing = (
        results.where(f.col("id").isNotNull())
        .groupBy("id")
        .agg(f.countDistinct("sha256").alias("kinds"))
        .where("kinds > 1")
        .orderBy("id")
        .limit(10)
        .collect()
    )
    if differing:
        raise ValueError("records with one id and different results: " + ", ".join(row.id for row in differing))


def run(spark, options):
    """Writes `results`, `turns` and `messages` below the output folder as Parquet."""
    command = shlex.split(options.warraq) + ["stage"]
    if options.authorities:
        command += ["--authorities", options.authorities]
    lines = read_lines(spark, options.format, options.input, options.partitions)
    staged = lines.mapPartitions(lambda part: (result_row(line) for line in run_stage(part, command)))
    # Written before it is judged: each record goes through the command once, not once a question.
    staged_path = os.path.join(options.output, "staged")
    spark.createDataFrame(staged, RESULT).write.mode("overwrite").parquet(staged_path)
    results = spark.read.parquet(staged_path)
    refuse_differing(results)
    results = results.dropDuplicates(["id", "sha256"]).orderBy("id", "sha256")
    results.write.mode("overwrite").parquet(os.path.join(options.output, "results"))
    kept = spark.read.parquet(os.path.join(options.output, "results")).rdd.map(lambda row: row.result)
    for name, rows, schema in (("turns", turn_rows, TURN), ("messages", message_rows, MESSAGE)):
        table = spark.createDataFrame(kept.flatMap(rows), schema)
        table.write.mode("overwrite").parquet(os.path.join(options.output, name))


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--format", choices=("ndjson", "parquet", "warc"), required=True)
    parser.add_argument("--input", required=True, help="a path or pattern that Spark can read")
    parser.add_argument("--output", required=True, help="a folder that Spark can write")
    parser.add_argument("--partitions", type=int, help="how many processes the records are dealt to")
    parser.add_argument("--warraq", default="warraq", help="the command, as the workers find it")
    parser.add_argument("--authorities", help="an authority file, as the workers find it")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    session = SparkSession.builder.appName("warraq").getOrCreate()
    try:
        run(session, parse(sys.argv[1:]))
    except ValueError as error:
        sys.exit(f"error: {error}")
    finally:
        session.stop()
