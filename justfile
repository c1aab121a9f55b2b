# What a contributor runs; `just --list` shows it.

# Every test, on the Helms that are here (tools/build-helms makes the others).
test *words:
    pytest -q -n auto {{words}}

# Style, types, imports.
lint:
    ruff check .
    ruff format --check .
    mypy
    pyright
    lint-imports

# Regenerate what is generated and committed: examples' charts, schemas, reference, snapshots.
gen:
    python -m tools.values_facts
    python -m tools.reference
    python -m tools.coverage
    cd examples && chartgen generate
    cd examples/acme && chartgen generate
    pytest -q tests/examples tests/cli --snapshot-update

# Every test in its full size, on every Helm and in a real cluster: an hour or more; writes docs/proof.md.
proof *paths:
    python -m tools.proof {{paths}}

# Measure: one service, a thousand, the start of the command line.
bench:
    python benchmarks/bench.py
