#!/usr/bin/env bash
# Installs Spark below build/conformance/, once; says what is missing where it cannot.
set -u
place=build/conformance
wanted=$(sha256sum < tools/conformance/requirements-spark.txt)
[ "$(cat $place/spark-installed 2> /dev/null)" = "$wanted" ] && exit 0
if ! command -v python3 > /dev/null || ! command -v java > /dev/null; then
  echo "not installed: Spark needs Python 3.10 or newer with venv, and Java 17 or newer"
  exit 0
fi
echo "installing tools/conformance/requirements-spark.txt into $place/spark (about 500 MB)"
rm -rf $place/spark && mkdir -p $place && python3 -m venv $place/spark &&
  $place/spark/bin/python -m pip install --quiet --disable-pip-version-check -r tools/conformance/requirements-spark.txt &&
  echo "$wanted" > $place/spark-installed
