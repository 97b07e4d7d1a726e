# Two commands do everything on a fresh Debian machine with Python 3.11: `make studio` and `make test`.
# What is missing of the system is installed with apt-get, and only when it is missing.

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 7860
BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT = $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends
PIP = $(BIN)/python -m pip install --quiet --constraint constraints.txt

.PHONY: help install install-test studio test lint compiled bench gallery train clean

help:  ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

install: .venv/installed  ## put Nacre and what it needs into .venv

.venv/bin/python:
	$(PYTHON) -m venv .venv || { rm -rf .venv; $(APT) python3-venv && $(PYTHON) -m venv .venv; }

.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) --editable .
	$(BIN)/python -c 'import cv2' 2>/dev/null || { $(APT) libgl1 libglib2.0-0; }
	touch $@

studio: install  ## start the studio on http://127.0.0.1:7860
	$(BIN)/nacre studio --port $(PORT)

install-test: .venv/installed-test  ## install, plus all that the tests need
	@command -v ffprobe >/dev/null || { $(APT) ffmpeg; }
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { $(APT) postgresql; }
	@command -v chromium >/dev/null || { $(APT) chromium fonts-noto-cjk; }
	@[ ! -f tests/js/package.json ] || command -v npm >/dev/null || { $(APT) nodejs npm; }
	@[ ! -f tests/js/package.json ] || [ tests/js/node_modules -nt tests/js/package-lock.json ] || \
		{ npm ci --prefix tests/js --no-audit --no-fund --loglevel=error && touch tests/js/node_modules; }

.venv/installed-test: .venv/installed
	$(PIP) --editable '.[train,test]'
	touch $@

lint: install-test  ## style, types and who imports whom
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

compiled: install-test
	PYTHONPATH=. $(BIN)/python tests/compiling.py

test: install-test  ## everything that CI checks
	@$(MAKE) --no-print-directory --jobs=2 --output-sync lint compiled
	$(BIN)/pytest --numprocesses auto --dist loadfile

bench: install  ## how fast this machine is
	$(BIN)/nacre bench

gallery: install  ## pictures and clips of what Nacre makes, in gallery/
	$(BIN)/python examples/gallery.py --out gallery

train: .venv/installed-test  ## train the world model again, on the CPU
	$(BIN)/python -m model.train --preset base --out model/weights/base

clean:  ## remove what was installed and built here, never episodes
	rm -rf .venv tests/js/node_modules build ./*.egg-info .mypy_cache .ruff_cache .pytest_cache
