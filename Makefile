# Two commands do all on a machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
HOME_DEMO ?= .home/demo
PORT ?= 8000
DAY ?= 2023-09-01
ROUNDS ?= 100
RUNS ?= 100000

.PHONY: help setup dev demo test check check-types check-all-else bench bench-large soak fuzz audit serve docs lock generate clean

help: ## Show the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

setup: .venv/.ready ## Make .venv with the locked runtime packages (uses uv when it is there)

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 以上 | Python 3.11 or newer is needed"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python -r requirements.lock && uv pip install -q --python $(BIN)/python --no-deps -e . ; \
	else $(BIN)/python -m pip install -q -r requirements.lock && $(BIN)/python -m pip install -q --no-deps -e . ; fi
	touch $@

dev: .venv/.dev

.venv/.dev: .venv/.ready requirements-dev.lock
	if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python -r requirements-dev.lock; \
	else $(BIN)/python -m pip install -q -r requirements-dev.lock; fi
	touch $@

demo: setup ## Load the examples, print the three answers, serve the pages
	PATH="$(CURDIR)/$(BIN):$$PATH" DUTYGRAPH_HOME=$(HOME_DEMO) PORT=$(PORT) DAY=$(DAY) SERVE=$(SERVE) examples/demo.sh

test: dev ## Run all tests, in a process a core
	$(BIN)/pytest -q -n auto --dist worksteal --durations=25

check: dev ## What CI checks before the tests: format, lint, types, imports, spelling, generated files
	@$(MAKE) --no-print-directory -j2 --output-sync=target check-types check-all-else

# Types take as long as all else.
check-types:
	$(BIN)/mypy

check-all-else:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/codespell core graph loaders queries viz api cli tests benchmark docs *.md
	$(BIN)/deptry .
	$(BIN)/python -m cli.generate --check

bench: dev ## Measure: reading against gold and its speed, then truth, loads, queries, the API and exports
	$(BIN)/python -m benchmark.accuracy
	$(BIN)/python -m benchmark.printings
	$(BIN)/python -m benchmark.accuracy benchmark/unseen
	$(BIN)/python -m benchmark.reading
	$(BIN)/python -m benchmark

bench-large: dev ## The same at a million statements and 1,000 issues: hours, and 16 GB
	$(BIN)/python -m benchmark --large

fuzz: dev ## Feed the readers of files bytes that would break them; print inputs, crashes, hangs, memory
	$(BIN)/python -m tests.fuzz.run --runs $(RUNS)

audit: dev ## Ask whether a locked package has a known vulnerability that a newer version mends
	$(BIN)/python .ci/audit.py

soak: dev ## Kill a hundred loads, fill disks, flip bytes; print what was lost (nothing)
	$(BIN)/python -m tests.faults.soak --rounds $(ROUNDS)

serve: setup ## Serve the data of DUTYGRAPH_HOME
	$(BIN)/dutygraph serve --port $(PORT)

generate: setup ## Write the files that follow from ontology, queries and settings
	$(BIN)/python -m cli.generate

docs: dev generate ## Build the manual as a site in site/ (nothing of it is loaded from elsewhere)
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

lock: ## Pin the newest packages that pyproject.toml allows
	uv pip compile -q --python-version 3.11 --no-header --no-annotate --no-emit-index-url pyproject.toml -o requirements.lock
	uv pip compile -q --extra dev --extra ocr --extra postgres --extra cluster --extra compare --extra docs --python-version 3.11 --no-header --no-annotate --no-emit-index-url -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## Remove what the targets made
	rm -rf .venv .home build *.egg-info .mypy_cache .ruff_cache .pytest_cache
