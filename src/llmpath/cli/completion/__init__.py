"""Completion in the shell: what could stand at the cursor, found before anything heavy is imported."""
