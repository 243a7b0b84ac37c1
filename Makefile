# Targets are listed by `make help`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
NODE_MODULES := node_modules/.package-lock.json
SOURCES := $(shell find pipeline tools -name '*.ts' -o -name '*.css' -o -name '*.js' | sort) $(wildcard schemas/*.json schemas/*.rng) package-lock.json

.PHONY: help build serve deposit test check types docs eval bench fuzz proof screenshots conformance clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 24

build: build/warraq.mjs ## install what is missing, then build dist/ from sources/
	@echo "building dist/ from sources/"
	@node build/warraq.mjs build sources --out dist

serve: build ## build, then show dist/ at http://127.0.0.1:8017/
	@node build/warraq.mjs serve dist

deposit: build ## build, then pack sources/ and dist/ for an archive into build/deposit/
	@node build/warraq.mjs deposit sources dist

test: build/warraq.mjs ## install what is missing, then run every test
	@echo "running the tests"
	@npx vitest run

check: build/warraq.mjs ## format, lint, types, dependency directions, unused code, the package
	npx biome check pipeline tests tools
	npx tsx tools/make-types.ts --check
	npx tsx tools/make-docs.ts --check
	npx tsx tools/check-regex.ts
	npx tsc -p .
	npx depcruise --config .dependency-cruiser.cjs pipeline
	npx knip
	npx publint --strict
	npx attw --pack . --profile esm-only --format ascii

types: $(NODE_MODULES) ## write pipeline/tree/types.ts from schemas/, and the schemas of the tables
	npx tsx tools/make-types.ts
	npx tsx tools/make-table-schemas.ts

docs: build/warraq.mjs ## write the pages that are made from the code
	npx tsx tools/make-docs.ts

eval: build/warraq.mjs ## accuracy against gold data (EVAL_DATA=dir; without it, our own conventions)
	@npx tsx tools/eval.ts --worst 3

bench: build/warraq.mjs ## speed against floors and peers
	@npx tsx tools/bench.ts
	@npx tsx tools/bench-steps.ts
	@npx tsx tools/bench-bars.ts
	@npx tsx tools/bench-sizes.ts

proof: build/warraq.mjs ## the same results by one process, shards, GNU parallel and Spark
	@tools/install-spark.sh
	@npx tsx tools/prove.ts

fuzz: build/warraq.mjs ## look for input that breaks warraq (FUZZ_CASES=n, FUZZ_SEED=n, FUZZ_SECONDS=n a reader)
	@npx tsx tools/fuzz.ts
	@npx tsx tools/fuzz-declarations.ts
	@npx tsx tools/fuzz-growth.ts
	@npx tsx tools/fuzz-crash.ts

screenshots: build ## take the pictures of the README and of the tests in a browser
	npx tsx tools/screenshots.ts

conformance: build ## judge editions with independent clients of their formats (Python; jing needs Java)
	@tools/conformance.sh dist

clean: ## remove everything that was made
	rm -rf build dist node_modules

$(NODE_MODULES): package-lock.json
	@echo "installing from package-lock.json"
	@npm ci --no-audit --no-fund
	@touch $@

build/warraq.mjs: $(NODE_MODULES) $(SOURCES)
	@echo "compiling the command into build/"
	@npx tsx tools/compile.ts
	@touch $@
