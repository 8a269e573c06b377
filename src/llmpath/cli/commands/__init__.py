"""The verbs, kin in one module: parse, call, show. `VERBS` in `cli/verbs.py` says which is where."""
