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

# Renew the packages of CI, each with its hashes, for every Python and system; needs uv.
lock:
    uv pip compile --quiet --upgrade --universal --python-version 3.11 --all-extras --generate-hashes --custom-compile-command 'just lock' --output-file .ci/requirements.txt pyproject.toml .ci/build.in

# Every test in its full size, on every Helm and in a real cluster, for an hour; interrupted, it goes on. Writes docs/proof.md.
proof *paths:
    python -m tools.proof {{paths}}

# Measure: one service, a thousand, the start of the command line.
bench:
    python benchmarks/bench.py
