.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Build tools are held by the same constraints as the packages themselves.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help chat run test soak check format bench preview constraints clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

chat: $(VENV)/.installed ## the conversation in this terminal, resumed where you stopped
	@$(BIN)/express-entry-bot chat

run: $(VENV)/.installed ## the Telegram bot (needs TELEGRAM_TOKEN)
	@$(BIN)/express-entry-bot run

test: $(VENV)/.installed-dev ## every test
	$(BIN)/pytest

soak: $(VENV)/.installed-dev ## the long tests, with their figures (under ten minutes)
	$(BIN)/pytest -m soak

check: $(VENV)/.installed-dev ## format, lint, types and the one-way imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev ## put the code in its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev ## the benchmarks, with their figures
	$(BIN)/pytest tests/benchmarks --benchmark-only
	$(BIN)/pytest tests/benchmarks/bench_*.py

preview: $(VENV)/.installed ## every screen in every language, as one page: build/preview.html
	@mkdir -p build
	$(BIN)/python -m messages.preview build/preview.html

constraints: ## renew constraints.txt with the newest versions that pass
	rm -rf build/constraints && $(PYTHON) -m venv build/constraints
	PIP_CONSTRAINT= build/constraints/bin/pip install -q setuptools '.[dev]'
	{ head -n 1 constraints.txt; build/constraints/bin/pip list --format=freeze \
	  | grep -v -E '^(pip|express-entry-bot)==' | sort -f; } > build/constraints.txt
	mv build/constraints.txt constraints.txt

clean: ## remove the environment and what was built (never the database)
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing (once; about half a minute)…"
	@$(BIN)/pip install -q -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(BIN)/pip install -q -e '.[dev]'
	@touch $@ $(VENV)/.installed
