# Peilian: two commands do everything on a fresh machine: `make run` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test lint train evaluate bench setup clean
PYTHON := .venv/bin/python
ARGS ?=

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: .venv/.ready ## install the locked environment into .venv

.venv/.ready: pyproject.toml uv.lock tools/setup.sh
	@bash tools/setup.sh

run: setup ## set up, train what is missing, and talk (Telegram too when TELEGRAM_BOT_TOKEN is set)
	@$(PYTHON) -m bot run $(ARGS)

train: setup ## train what is missing or stale
	@$(PYTHON) -m bot train $(if $(filter train,$(MAKECMDGOALS)),$(ARGS))

lint: setup ## ruff and mypy
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

test: setup lint train ## set up, lint, train, then all tests
	@$(PYTHON) -m pytest -n auto --dist worksteal $(ARGS)

evaluate: setup ## measure the judge on authors it has not seen; writes docs/judge.md
	@$(PYTHON) -m bot evaluate $(ARGS)

bench: setup train ## measure speed and memory, side by side in one run
	@$(PYTHON) -m bot bench $(ARGS)

clean: ## remove what was built (the database under var/ stays)
	@rm -rf .venv .uv models .mypy_cache .ruff_cache .pytest_cache .hypothesis
