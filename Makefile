# Cooperation Atlas. `make help` lists what there is; nothing has to be installed by hand before.

PYTHON ?=
HOST ?= 127.0.0.1
PORT ?= 8501
ARGS ?=
VENV ?= .venv

PY := "$(VENV)/bin/python"
PIP := $(PY) -m pip --quiet --disable-pip-version-check --no-input

export PYTHONUTF8 := 1
export STREAMLIT_BROWSER_GATHER_USAGE_STATS := false
export STREAMLIT_SERVER_HEADLESS := true
# Threads of the server take memory from one place (glibc): several keep apart what none of them uses.
export MALLOC_ARENA_MAX := 1

.DEFAULT_GOAL := help
.PHONY: help run test check bench check-data screenshots clean venv install install-dev

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' Makefile

run: install ## start the dashboard: HOST=127.0.0.1 PORT=8501, ATLAS_DATA=folder for other data
	@exec $(PY) -m streamlit run serve.py --server.address "$(HOST)" --server.port "$(PORT)"

test: install-dev ## run the tests and say which were skipped; ARGS="-k timeline" for some of them
	@$(PY) -m pytest -rs $(ARGS)

check: install-dev ## the one gate: format, lint, types, tests
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	@$(MAKE) --no-print-directory test

bench: install-dev ## measure speed and memory
	@$(PY) -m bench $(ARGS)

check-data: install ## check the files in data/ and say what is wrong, with file and line
	@$(PY) -m loaders.check

screenshots: install-dev ## draw the pictures of the documentation anew
	@$(PY) -m scripts.screenshots $(ARGS)

clean: ## remove the environment and everything the tools have kept
	rm -rf "$(VENV)" .pytest_cache .mypy_cache .ruff_cache .hypothesis var/cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: made once with the first Python that is new enough, and again when that Python has gone.
venv:
	@$(PY) -c '' 2>/dev/null || { \
	  for name in $(PYTHON) python3.13 python3.12 python3.11 python3; do \
	    "$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    echo "Making $(VENV) with $$("$$name" --version)"; \
	    "$$name" -m venv --clear "$(VENV)" && exit 0 || exit 1; \
	  done; \
	  echo "Cooperation Atlas needs Python 3.11 or newer with its venv module, and found none." >&2; \
	  echo "Install it (Debian, Ubuntu: apt install python3 python3-venv), or name one: make PYTHON=/path/to/python3.12" >&2; \
	  exit 1; }

# Installed again only when the lists differ from the copy kept at the last install, so a second start needs no network.
install: venv
	@cmp -s requirements.txt "$(VENV)/installed.txt" || { \
	  echo "Installing requirements.txt"; \
	  $(PIP) install -r requirements.txt && cp requirements.txt "$(VENV)/installed.txt"; }

install-dev: venv
	@cat requirements.txt requirements-dev.txt | cmp -s - "$(VENV)/installed-dev.txt" || { \
	  echo "Installing requirements-dev.txt"; \
	  $(PIP) install -r requirements-dev.txt && cp requirements.txt "$(VENV)/installed.txt" && \
	  cat requirements.txt requirements-dev.txt > "$(VENV)/installed-dev.txt"; }
