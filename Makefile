# make demo: set up and judge a year of records by every pack.  make test: set up and run the tests.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types imports drift packs mutants bench deep schemas editor clean

demo: $(READY)
	$(BIN)/python examples/demo.py

test: $(READY)
	$(BIN)/python -m pytest -n auto

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

drift: $(READY)
	$(BIN)/python -m docs.generate --check

packs: $(READY)
	$(BIN)/supervision-rules check
	$(BIN)/supervision-rules test

mutants: $(READY)
	$(BIN)/supervision-rules test --min-coverage 100 --min-killed 95

bench: $(READY)
	$(BIN)/python -m pytest benchmarks --benchmark-only

deep: $(READY)
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest

# The schema of SARIF (OASIS), which one test holds our reports against; it is not kept in the repository.
schemas: $(READY)
	$(BIN)/python -m pip download --quiet --no-binary :all: --no-deps --dest build/schemas sarif-pydantic==0.6.2
	tar -xzf build/schemas/sarif_pydantic-0.6.2.tar.gz -C build/schemas --strip-components=1 \
	  sarif_pydantic-0.6.2/sarif-schema-2.1.0.json

# The server that VS Code and other editors use for YAML, at work on packs with our schemas; it needs node.
editor: $(READY)
	npm install --silent --no-audit --no-fund --no-save --prefix build/editor yaml-language-server@1.25.0
	$(BIN)/python -m pytest tests/editor

clean:
	rm -rf $(VENV) build dist
