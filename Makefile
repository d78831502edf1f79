.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Build tools are held by the same constraints as the packages themselves.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help chat run test guide soak check audit format bench figures preview picture learn \
  constraints clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

chat: $(VENV)/.installed ## the conversation in this terminal, resumed where you stopped
	@$(BIN)/express-entry-bot chat

run: $(VENV)/.installed ## the Telegram bot (needs TELEGRAM_TOKEN)
	@$(BIN)/express-entry-bot run

test: $(VENV)/.installed-dev ## every test
	$(BIN)/pytest

guide: $(VENV)/.installed-dev ## the entries of the guide: what is missing or wrong in one (half a minute)
	$(BIN)/pytest -q -x tests/messages/guide/test_entries.py tests/messages/guide/test_in_words.py

# What is about the process mostly waits, the rest mostly works: side by side they take half as long.
SOAK := $(BIN)/pytest -m soak --durations=10 --durations-min=5
soak: $(VENV)/.installed-dev ## the long tests, with their figures and times (five minutes)
	@mkdir -p build; rm -f build/soak.passed
	@{ $(SOAK) tests/e2e && touch build/soak.passed; } > build/soak.log 2>&1 & \
	$(SOAK) --ignore=tests/e2e; inside=$$?; wait; cat build/soak.log; \
	test $$inside = 0 -a -e build/soak.passed

check: $(VENV)/.installed-dev ## format, lint, types and the one-way imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory audit

# The auditor stands apart: it brings more packages than it helps to keep safe in the environment.
AUDIT := build/audit
audit: $(VENV)/.installed-dev ## known weaknesses of what we depend on, if the advisories can be reached
	@mkdir -p build
	$(BIN)/pip check
	@test -x $(AUDIT)/bin/pip-audit || { $(PYTHON) -m venv $(AUDIT) \
	  && PIP_CONSTRAINT= $(AUDIT)/bin/pip install -q pip-audit==2.10.1; } 2> build/audit.log; \
	rm -f build/audit.json; \
	if $(AUDIT)/bin/pip-audit -r constraints.txt --no-deps --disable-pip -s osv --timeout 10 \
	  --progress-spinner off -f json -o build/audit.json 2>> build/audit.log; \
	then echo "audit: no known weaknesses"; \
	elif test -s build/audit.json; then cat build/audit.json build/audit.log; exit 1; \
	else echo "audit: NOT DONE, the advisories (OSV) cannot be reached; see build/audit.log"; fi

format: $(VENV)/.installed-dev ## put the code in its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev ## the benchmarks, with their figures
	$(BIN)/pytest tests/benchmarks --benchmark-only
	$(BIN)/pytest tests/benchmarks/bench_*.py

# Whatever the README's tables link to, the long ones with the short ones.
figures: $(VENV)/.installed-dev ## every claim and promise of the README, each with its figure (about fifteen minutes)
	$(BIN)/pytest -m '' $$(grep -o '(tests/[a-z0-9_/]*\.py)' README.md | tr -d '()' | sort -u)

preview: $(VENV)/.installed ## every screen in every language, as one page: build/preview.html
	@mkdir -p build
	$(BIN)/python -m messages.preview build/preview.html

picture: $(VENV)/.installed ## the picture of the README, drawn from conversations as they are now
	$(BIN)/python -m messages.showcase docs/conversation.png

# What learns stands apart: nothing that runs needs it.
LEARN := build/learn
learn: ## learn again what people ask, after a way of asking was added or changed
	@mkdir -p build
	@test -x $(LEARN)/bin/python || $(PYTHON) -m venv $(LEARN)
	$(LEARN)/bin/pip install -q -e '.[learn]'
	$(LEARN)/bin/python -m messages.guide.learning

constraints: ## renew constraints.txt with the newest versions that pass
	rm -rf build/constraints && $(PYTHON) -m venv build/constraints
	PIP_CONSTRAINT= build/constraints/bin/pip install -q setuptools '.[dev,learn]'
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
