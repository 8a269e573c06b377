"""One thin adapter for each thing outside the program: the clock, the browser, the editor."""
