# Every recipe expects the environment of CONTRIBUTING.md to be active.

check:
    .ci/check

words:
    python tools/completion_words.py

test *args:
    python -m pytest -n auto {{args}}

coverage:
    coverage erase
    coverage run -m pytest
    coverage combine
    coverage report
