#!/usr/bin/env bash
# Judges an edition with the independent clients of its formats. Each judge that is not installed is
# named with the way to install it, and counts as not run.
set -u
dist=${1:-dist}
failed=0
judge() { if "${@:2}"; then echo "ok       $1"; else echo "FAILED   $1"; failed=1; fi; }
skip() { echo "not run  $1: $2"; }

# Three editions, by the clients of each format, in a Python of its own below build/conformance/.
place=build/conformance
python=$place/python/bin/python
if ! command -v python3 > /dev/null; then
  skip 'data' 'needs Python 3.11 or newer with venv (python3, python3-venv)'
else
  wanted=$(cat tools/conformance/requirements*.txt | sha256sum)
  if [ "$(cat $place/installed 2> /dev/null)" != "$wanted" ]; then
    echo "installing the clients of tools/conformance/requirements*.txt into $place/python (about 1 GB)"
    rm -rf $place/python && mkdir -p $place && python3 -m venv $place/python &&
      $python -m pip install --quiet --disable-pip-version-check -r tools/conformance/requirements.txt &&
      $python -m pip install --quiet --disable-pip-version-check --no-deps -r tools/conformance/requirements-alone.txt &&
      echo "$wanted" > $place/installed
  fi
  export HF_HUB_OFFLINE=1 HF_HOME=$place/hub PYTHONDONTWRITEBYTECODE=1 PYTHONWARNINGS=ignore
  if [ "$(cat $place/installed 2> /dev/null)" != "$wanted" ]; then
    skip 'data' 'the clients could not be installed; see above'
  else
    judge 'data' $python tools/conformance/judge.py build/warraq.mjs sources $place/work
  fi
fi

# The same results however they are made, by Spark among others.
tools/install-spark.sh
judge 'sameness' npx tsx tools/prove.ts

# The article page, as a phone sees it.
judge 'lighthouse' npx tsx tools/lighthouse.ts

# Fixity.
judge 'sha256sums.txt' bash -c "cd '$dist' && sha256sum --check --quiet sha256sums.txt"
exit $failed
