"""The seam between the program and `os`, in the process that is to suffer."""

import errno
import fcntl
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from fault.messages import Call, Fault

ON_PATHS = (
    "chmod", "link", "mkdir", "remove", "rename", "replace", "rmdir", "scandir", "symlink", "truncate",
    "unlink",
)  # fmt: skip
ON_TWO_PATHS = {"link", "rename", "replace", "symlink"}
ON_DESCRIPTORS = ("close", "fchmod", "fdatasync", "fsync", "ftruncate", "pwrite", "writev")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink",
    "os.truncate",
}  # fmt: skip

SYNCS = {"fdatasync", "fsync"}

T = TypeVar("T")
_write = os.write


class Injection:
    """Counts and writes down the calls on a home, and lets one go wrong.

    Only the first run of a process can be watched: an audit hook, which tells of a change that
    went by other ways than the watched ones, cannot be taken away again.
    """

    def __init__(self, home: str, log: int, fault: Fault | None) -> None:
        self._home, self._log, self._fault = home, log, fault
        self._count = 0
        self._name = ""
        self._is_inside = False
        self._paths: dict[int, str] = {}

    def install(self) -> None:
        """Take the place of the functions of `os` and of `flock`."""
        for name in ON_PATHS:
            setattr(os, name, partial(self._on_path, name, getattr(os, name)))
        for name in ON_DESCRIPTORS:
            setattr(os, name, partial(self._on_descriptor, name, getattr(os, name)))
        for module, name, ours in ((os, "open", self._open), (os, "write", self._write)):
            setattr(module, name, partial(ours, getattr(module, name)))
        setattr(fcntl, "flock", partial(self._flock, fcntl.flock))  # noqa: B010  (mypy: assigned to a function)
        sys.addaudithook(self._watch)

    def note(self, call: Call) -> None:
        """Write a call down where it outlives the process."""
        _write(self._log, f"{tuple(call)}\n".encode())

    def note_open_files(self) -> None:
        """Write down, at the end of a run, the files that something else wrote to and closed."""
        for path in self._paths.values():
            self.note(Call("unseen", path))

    def _on_path(self, name: str, real: Callable[..., T], path: Any = ".", *rest: Any, **options: Any) -> T:
        inside = self._inside(path)
        if not inside:
            return real(path, *rest, **options)
        target = self._inside(rest[0]) if name in ON_TWO_PATHS else ""
        result = self._pass(Call(name, inside, target), partial(real, path, *rest, **options))
        if name in {"rename", "replace"}:
            self._paths = {key: target if at == inside else at for key, at in self._paths.items()}
        return result

    def _on_descriptor(self, name: str, real: Callable[..., T], descriptor: int, *rest: Any) -> T:
        path = self._paths.get(descriptor)
        if path is None:
            return real(descriptor, *rest)
        if name == "close":
            del self._paths[descriptor]
        if name in SYNCS:
            real = _spared
        return self._pass(Call(name, path), partial(real, descriptor, *rest))

    def _open(self, real: Callable[..., int], path: Any, flags: int, *rest: Any, **options: Any) -> int:
        inside = self._inside(path)
        if not inside:
            return real(path, flags, *rest, **options)
        name = "create" if flags & WRITING else "directory" if flags & os.O_DIRECTORY else "read"
        call = Call(name, inside, flags=flags)
        descriptor = self._pass(call, partial(real, path, flags, *rest, **options))
        if name != "read":  # what is read is closed where this does not see it
            self._paths[descriptor] = inside
        return descriptor

    def _write(self, real: Callable[..., int], descriptor: int, data: Any) -> int:
        path = self._paths.get(descriptor)
        if path is None:
            return real(descriptor, data)
        fault, taken = self._fault, bytes(data)
        if fault and fault.kind in {"short", "full", "torn"} and fault.at == self._count:
            taken = taken[: fault.part]
        return self._pass(Call("write", path, data=taken), partial(real, descriptor, taken))

    def _flock(self, real: Callable[..., None], descriptor: int, operation: int) -> None:
        call = Call("flock", self._paths.get(descriptor, ""))
        try:
            self._pass(call, partial(real, descriptor, operation))
        except BlockingIOError:
            if self._fault and self._fault.kind == "busy":
                self._fault = None
                os.kill(os.getpid(), signal.SIGSTOP)
            raise

    def _pass(self, call: Call, real: Callable[[], T]) -> T:
        fault = self._due(call)
        call = call._replace(is_hit=fault is not None)
        self._count += 1
        is_done, self._is_inside = False, True
        try:
            result = real() if fault is None else self._go_wrong(fault, call, real)
            is_done = True
            return result
        finally:
            self._is_inside = False
            self.note(call._replace(is_done=is_done))

    def _due(self, call: Call) -> Fault | None:
        fault = self._fault
        if fault is None or fault.kind == "busy" or self._count < fault.at:
            return None
        if self._count == fault.at:
            self._name = call.name
            return fault
        lasts = {"persist": call.name == self._name, "full": call.name == "write", "dead": True}
        return fault if lasts.get(fault.kind) else None

    def _go_wrong(self, fault: Fault, call: Call, real: Callable[[], T]) -> T:
        match fault.kind:
            case "error" | "persist" | "dead":
                if call.name == "close":  # the descriptor is gone all the same
                    real()
                self._fail(fault.errno, call)
            case "full" if self._count - 1 > fault.at:
                self._fail(errno.ENOSPC, call)
            case "kill":
                self._die(call)
            case "stop":
                os.kill(os.getpid(), signal.SIGSTOP)
        result = real()
        if fault.kind == "torn":
            self._die(call)
        if fault.kind == "interrupt":
            raise KeyboardInterrupt
        return result

    def _fail(self, number: int, call: Call) -> None:
        has_name = call.name in {*ON_PATHS, "create", "directory", "read"}
        named = (os.path.join(self._home, call.path),) if has_name else ()
        raise OSError(number, os.strerror(number), *named)

    def _die(self, call: Call) -> None:
        self.note(call._replace(is_done=False))
        os.kill(os.getpid(), signal.SIGKILL)

    def _inside(self, path: Any) -> str:
        """Return a path relative to the home, `.` for the home itself, nothing for one outside."""
        if isinstance(path, int):
            return self._paths.get(path, "")
        absolute = os.path.abspath(os.fsdecode(path))
        if absolute == self._home:
            return "."
        start = self._home + os.sep
        return absolute.removeprefix(start) if absolute.startswith(start) else ""

    def _watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._is_inside or event not in CHANGES:
            return
        path = arguments[0]
        if (event != "open" or arguments[2] & WRITING) and path is not None and self._inside(path):
            self.note(Call("unseen", self._inside(path)))


def _spared(_: int) -> Any:
    """Stand in for a sync: no power is cut here but in the model, and the kernel outlives a kill."""
