# What a newcomer needs: `make demo` reads the examples, `make test` runs the tests. `make help` tells the rest.
# Needed: python3 (3.11 or newer) with python3-venv. Everything else goes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help demo test check data lock floors bench scale kills clean

help:  ## tell what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

demo: $(INSTALLED)  ## read the examples; writes demo/records.jsonl and demo/brief.html
	@mkdir -p demo
	$(BIN)/legation read examples/fr-vj examples/fr-other > demo/records.jsonl
	$(BIN)/legation brief VNM JPN examples/fr-vj examples/fr-other -o demo/brief.html
	@echo
	@echo "The records, one report a line:  demo/records.jsonl"
	@echo "The brief, open it in a browser: file://$(CURDIR)/demo/brief.html"

test: $(INSTALLED)  ## run the tests
	$(BIN)/python -m pytest

check: $(INSTALLED)  ## style, types, layers, compiled data, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_data.py
	$(BIN)/python tools/check_floors.py

data: $(INSTALLED)  ## compile the knowledge files and write docs/commands.md, after an edit
	$(BIN)/python -m legation.datafile
	$(BIN)/python -m legation.world.build
	$(BIN)/python tools/write_commands.py

floors: $(INSTALLED)  ## raise the floors to what reading reaches now
	$(BIN)/python tools/check_floors.py --raise

bench: $(INSTALLED)  ## measure speed and memory
	$(BIN)/python bench/speed.py

scale: $(INSTALLED)  ## measure the register with 100,000 made-up reports, and ask it (half an hour)
	@mkdir -p build
	$(BIN)/python bench/register_scale.py --keep build/scale.db
	$(BIN)/python bench/queries.py build/scale.db

kills: $(INSTALLED)  ## kill adding at a hundred random moments, and look whether anything is lost
	$(BIN)/python bench/kills.py

lock:  ## choose the versions of all parts anew (needs uv)
	uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes --no-header --no-annotate \
	  --upgrade pyproject.toml -o requirements.lock

clean:  ## remove what was made
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
