# Two commands do everything: `make demo` keeps a real year and writes its work summary, `make test` tests.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/pip --disable-pip-version-check --quiet
OUT    := out

.PHONY: demo test test-slow read lint docs forms bench migration clean

demo: $(VENV)/.run
	$(BIN)/python examples/wayao/demo.py --ren $(BIN)/ren --out $(OUT)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 -m "not slow and not render"

# The rest: random ledgers, hostile files, killed processes, documents opened by LibreOffice
test-slow: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 -m "slow or render"

# All papers of 40 random ledgers, read by a script: what it would strike out, by property
read: $(VENV)/.dev
	$(BIN)/python tests/reports/reading.py

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py

forms: $(VENV)/.dev
	$(BIN)/python docs/forms.py

bench: $(VENV)/.dev
	$(PIP) install -c constraints.txt -e '.[bench]'
	$(BIN)/python benchmarks/run.py

# The next numbered migration, from what the record classes ask: make migration NAME=books
migration: $(VENV)/.dev
	$(BIN)/python -m rencli.store.draft $(NAME)

clean:
	rm -rf $(VENV) $(OUT) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.venv:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: $(VENV)/.venv pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e .
	touch $@

$(VENV)/.dev: $(VENV)/.venv pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e '.[dev]'
	touch $@ $(VENV)/.run
