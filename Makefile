# make run · make try · make test · make lint · make bench · make audit · make mutants · make lock — see README.md

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run
MAKEFLAGS += --no-print-directory

VENV := .venv
PYTHON := $(VENV)/bin/python
UV_VERSION := 0.13.9

.PHONY: run try test lint bench audit mutants lock

run: ## install what is missing, fill the store if it is empty, serve
	@scripts/install.sh requirements.lock
	@exec scripts/serve.sh

try: ## the inside pages with somebody signed in, on a copy of the store (docs/inside.md)
	@scripts/install.sh requirements.lock
	@exec env -u DATABASE_URL scripts/serve.sh $(PYTHON) -m scripts.try_inside

test: ## everything: lint, types, unit, property, store-contract, HTTP and browser tests
	@scripts/install.sh requirements-test.lock
	@scripts/tools.sh
	@$(MAKE) lint
	@$(PYTHON) -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder

lint: ## style and types
	@scripts/install.sh requirements-test.lock
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy --num-workers=2

bench: ## our city page beside a static and an untuned one, under five minutes (docs/benchmarks.md)
	@scripts/install.sh requirements-test.lock
	@scripts/tools.sh
	@$(PYTHON) -m tests.load.bench

audit: ## known vulnerabilities, licences and the list of parts, in var/audit/ (docs/operations.md)
	@scripts/install.sh requirements-test.lock
	@$(PYTHON) -m scripts.audit

mutants: ## put known faults in, one by one, and see whether the tests tell (docs/decisions/0120-mutants.md)
	@scripts/install.sh requirements-test.lock
	@$(PYTHON) -m scripts.mutants

lock: ## choose versions anew and write both lock files
	@UV_VERSION=$(UV_VERSION) scripts/lock.sh
