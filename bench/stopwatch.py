"""Run a command and write to stderr what it cost: seconds, seconds of CPU, kilobytes of peak memory.

    python -I -S stopwatch.py PROGRAM [WORD…]

A process inherits the peak memory of the one that starts it, so that one must be small. This one imports
next to nothing, and nothing below a bare interpreter can be read.
"""

import os
import sys
import time

started = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 1, 2)])
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - started
print(
    seconds,
    usage.ru_utime + usage.ru_stime,
    usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1),
    file=sys.stderr,
)
sys.exit(os.waitstatus_to_exitcode(status))
