# Every recipe expects the environment of CONTRIBUTING.md to be active.

check:
    .ci/check

# All that is written from the program: what completion knows, pages, man page, examples, picture.
docs:
    python tools/written.py

test *args:
    python -m pytest -n auto {{args}}

coverage:
    coverage erase
    coverage run -m pytest
    coverage combine
    coverage report
