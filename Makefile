# `make` alone lists the targets. Python 3.11+ and make are all they need: the environment is a target too.
PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
PY := $(BIN)/python
ENV := .venv/.installed
NODE_PACKAGES := node_modules/.package-lock.json
# Twice quiet: only errors are worth a line of somebody's terminal. A lock lists everything, so nothing else is looked up.
PIP_INSTALL := -m pip install -qq --disable-pip-version-check --no-deps
LOCK := .venv/pins/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url 
HAND_WRITTEN = $(wildcard generator tests bench docs)
# A directory each, with a spec/ by hand and the generated/ that comes of it.
EXAMPLES = $(patsubst %spec/api.yaml,%,$(wildcard examples/*/spec/api.yaml))
SYSTEM_PARTS := curl git redis-server postgresql chromium chromium-driver
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help generate examples check test lint format types fresh goldens mutation mutation-runtime mutation-compiler mutmut stub demo bench pins system clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

generate: $(ENV) ## write generated/ anew from spec/, and all examples
	@$(PY) -m apiscribe generate --spec spec --out generated
	@$(MAKE) -s examples

examples: $(ENV) ## the same for every examples/*/spec/
	@for each in $(EXAMPLES); do $(PY) -m apiscribe generate --spec $${each}spec --out $${each}generated || exit 1; done

check: lint types fresh ## everything but the tests; only looks, works offline

# Where npm gets nothing, the tests that need its packages are skipped, and say so.
test: check ## everything; ARGS="-k meeting" picks tests
	@$(MAKE) -s tests/node/$(NODE_PACKAGES) || test -z "$$REQUIRE_SYSTEM_PARTS"
	@$(PY) -m pytest -q -n 2 --dist loadfile $(ARGS)

lint: $(ENV) ## format, lint and direction of imports; only looks
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q .
	@report=$$($(BIN)/lint-imports --no-logo) || { echo "$$report"; exit 1; }

format: $(ENV) ## repair what ruff can, in hand-written files
	@$(BIN)/ruff check --fix-only -q $(HAND_WRITTEN) && $(BIN)/ruff format -q $(HAND_WRITTEN)

types: $(ENV) ## mypy, strict
	@$(PY) -m mypy --no-error-summary

fresh: $(ENV) ## no spec has a problem, and every generated/ is what comes of it
	@for each in "" $(EXAMPLES); do $(PY) -m apiscribe check --spec $${each}spec --out $${each}generated \
		|| { echo 'Here, `make generate` is that.' >&2; exit 1; }; done

goldens: $(ENV) ## accept what the generator makes of tests/cases; read the diff
	@$(PY) -m pytest -q tests/cases --refresh-goldens

mutation: $(ENV) ## alter each rule of the spec; the page's rules have to notice, or docs/mutation.md says why not
	@$(PY) -m tests.mutation $(ARGS)

mutation-runtime: $(ENV) ## alter the runtime's checks and messages, by mutmut; takes some minutes
	@$(MAKE) -s mutmut ARGS="$(or $(ARGS),apiscribe.runtime.*)"

SAMPLE ?= 300
OFFSET ?= 0
AREA ?= resolve|checks|views
mutation-compiler: $(ENV) ## alter the compiler in SAMPLE=300 places, evenly chosen; AREA=resolve, OFFSET=0.5 for others
	@$(MAKE) -s mutmut ARGS='apiscribe.checks.table.*'
	@cd mutants && ../$(BIN)/mutmut results --all true | awk -F: -v most=$(SAMPLE) \
		'/apiscribe\.($(AREA))\./ { gsub(/ /, "", $$1); name[n++] = $$1 } \
		END { for (i = 0; i < most && i < n; i++) print name[int((i + $(OFFSET)) * n / (most < n ? most : n))] }' > sample
	@$(MAKE) -s mutmut ARGS="$$(tr '\n' ' ' < mutants/sample)"
	@cd mutants && ../$(BIN)/mutmut results --all true | grep -v 'not checked' | awk '{ count[$$2]++ } \
		END { for (kind in count) print count[kind], kind }'

# mutmut knows a package's sources only as src/.
mutmut: $(ENV)
	@mkdir -p mutants && cd mutants && ln -sfn ../generator src && ln -sfn ../tests ../spec ../generated ../examples ../pyproject.toml .
	@cd mutants && ../$(BIN)/mutmut run $(ARGS) | tail -n 1; ../$(BIN)/mutmut results | grep -v 'not checked' || true

stub: $(ENV) ## serve the stub on loopback; PORT=8000
	@$(PY) -m zoom_v1.stub --port $(PORT)

demo: $(ENV) ## a client and a stub, talking
	@$(PY) docs/demo.py

bench: $(ENV) bench/.venv/.installed bench/$(NODE_PACKAGES) ## every budget, beside its peers
	@PYTHONPATH=generated bench/.venv/bin/python -m bench $(ARGS)

pins: ## lock the newest of every dependency, with hashes, in requirements/ and bench/
	@$(PYTHON) -m venv .venv/pins && .venv/pins/bin/pip install -qq --disable-pip-version-check uv
	@$(LOCK) --all-extras --group dev pyproject.toml generator/pyproject.toml -o requirements/dev.txt
	@$(LOCK) bench/requirements.in -c requirements/dev.txt -o bench/requirements.txt
	@$(MAKE) -s $(ENV)

system: ## install what pip cannot bring (Redis, PostgreSQL, Chromium), where apt is
	@command -v apt-get > /dev/null || { echo 'No apt here: install $(SYSTEM_PARTS) in your own way.'; exit 1; }
	@$(SUDO) apt-get update -qq
	@$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $(SYSTEM_PARTS) > /dev/null

clean: ## remove every environment and cache
	@rm -rf .venv bench/.venv tests/node/node_modules bench/node_modules .*_cache .hypothesis dist mutants
	@find generator generated examples tests bench docs -name __pycache__ -prune -exec rm -rf {} + 2> /dev/null || true

# The project comes last: without build isolation it is built by what was just installed, so the build is pinned too.
$(ENV): pyproject.toml generator/pyproject.toml requirements/dev.txt
	@echo 'Making .venv ...'
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11+ is needed: make PYTHON=...")'
	@$(PYTHON) -m venv .venv
	@$(PY) $(PIP_INSTALL) --require-hashes -r requirements/dev.txt
	@$(PY) $(PIP_INSTALL) --no-build-isolation -e generator -e .
	@touch $@

bench/.venv/.installed: bench/requirements.txt
	@echo 'Making bench/.venv ...'
	@$(PYTHON) -m venv bench/.venv
	@bench/.venv/bin/python $(PIP_INSTALL) --require-hashes -r bench/requirements.txt
	@touch $@

# The machine's own Node, or else the one that came as a wheel.
%/$(NODE_PACKAGES): %/package.json %/package-lock.json | $(ENV)
	@cd $* && PATH="$$PATH:$(abspath $(BIN))" npm ci --loglevel=error > /dev/null
	@touch $@
