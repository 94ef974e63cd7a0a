# make app: everything from a fresh clone to the app in the browser. make test: all tests. make check: all checks.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PLANS ?= data/plans
BUILD ?= data/build

.PHONY: app data neo4j test fuzz lint types check bench accuracy docs clean

app: data
	$(BIN)/streamlit run app.py --server.headless=false --server.showEmailPrompt=false

# Read the plans and load the graph; running it again changes nothing where nothing changed.
data: $(VENV)/run.done
	$(BIN)/python -m ingest $(PLANS) --out $(BUILD)
	$(BIN)/python -m graph load $(BUILD)

# A Neo4j server of your own, without Docker; stop it with: python dev/neo4j/server.py stop
neo4j:
	@$(PYTHON) dev/neo4j/server.py start

# Stores are tested on Neo4j too where there are Java and Maven, or NEO4J_URI names an empty server. 
test: $(VENV)/dev.done
	$(BIN)/python -m pytest -n 2

# 24,000 random queries on each store that is there, compared with brute force; an hour on a server.
fuzz: $(VENV)/dev.done
	ATLAS_FUZZ_GRAPHS=600 $(BIN)/python -m pytest -s tests/graph/differential

lint: $(VENV)/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.done
	$(BIN)/mypy

check: lint types test

bench: $(VENV)/dev.done
	$(BIN)/python bench/ingest.py
	$(BIN)/python bench/repair.py
	$(BIN)/python bench/graph.py
	$(BIN)/python bench/exports.py

# Make plans whose truth is known, read them, and write into README.md how well that went.
accuracy: $(VENV)/dev.done
	$(BIN)/python bench/accuracy.py

# The pages of docs/ that are made from graph/schema.yml and queries/; a test compares them.
docs: $(VENV)/run.done
	$(BIN)/python -m graph describe graph > docs/graph.md
	$(BIN)/python -m graph describe reports > docs/reports.md

$(VENV)/run.done: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed, found " + sys.version)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev.done: $(VENV)/run.done requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(BUILD) $(VENV)
