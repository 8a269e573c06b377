"""Where curricula come from: the TOML format, its rules, and the places they are found in."""
