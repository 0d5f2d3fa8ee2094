#!/bin/sh
# Writes the two locks again from pyproject.toml. Needs uv; the result is the same for pip, uv and any mirror.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate "$@" pyproject.toml
}

# The runtime lock is cut to the versions of the test lock, so that one environment can serve both.
compile --group build --group test --output-file requirements-test.lock
compile --group build --constraint requirements-test.lock --output-file requirements.lock
