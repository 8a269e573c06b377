"""`llmpath curriculum list`, `use`, `add` and `remove`: which curricula there are, and which is in use."""

import os
from pathlib import Path
from shlex import quote

from llmpath.actions.session import Session
from llmpath.actions.settings import keep
from llmpath.domain.outline import BUNDLED_ID, Outline
from llmpath.domain.settings import SETTINGS
from llmpath.errors import BundledCurriculumError, CurriculumExistsError, UsageError
from llmpath.named_file import SUFFIX, is_file
from llmpath.sources.curriculum_file import CurriculumFile
from llmpath.store.curricula import changing_curricula
from llmpath.store.whole_file import put_aside, save, save_new_version
from llmpath.views.curricula import CurriculaView, CurriculumChangeView, CurriculumEntryView


def curricula(session: Session) -> CurriculaView:
    """Return all curricula, among them a file that is in use for this call; of broken ones is warned."""
    library, folder = session.library, session.places.curricula
    files, active = library.choice()
    return CurriculaView(
        curricula=tuple(_entry(file, library.good(file), active=file == active) for file in files),
        folder=str(folder) if folder else None,
    )


def use_curriculum(session: Session, id_: str) -> CurriculumChangeView:
    """Make a curriculum the one in use; raises `UsageError` for one that is not there or has faults."""
    if is_file(id_):
        raise UsageError(f"{id_} is a file, and use takes an id", f"llmpath curriculum add {quote(id_)}")
    file = session.library.called(id_)
    outline = file.outline()
    told = session.settings.told.get("curriculum")
    over = told if told and told.value != id_ else None
    entry = _entry(file, outline, active=over is None)
    before = session.settings.kept("curriculum").value
    if before == id_:
        return CurriculumChangeView(changed=(), unchanged=(entry,), backup=None, change="in use")
    keep(session, "curriculum", id_)
    variable = "-c" if over and over.source == "flag" else SETTINGS["curriculum"].variable
    return CurriculumChangeView(
        changed=(entry,),
        unchanged=(),
        backup=None,
        change="in use",
        before=str(before),
        over=f"{variable} says {over.value}" if over else None,
    )


def add_curriculum(session: Session, name: str, *, replace: bool) -> CurriculumChangeView:
    """Copy a good curriculum file into the folder of the user's own.

    Raises `NoCurriculumFileError` or `CurriculumFaultsError` for a file that is none, and
    `CurriculumExistsError` where another one has its id, unless that is to be replaced.
    """
    source = CurriculumFile(None, Path(name))
    content = source.read()
    outline = source.understood(content)
    id_ = outline.curriculum.id
    with changing_curricula(session.places) as folder:
        there = session.library.find(id_)
        if there and there.read() == content:
            entry = _entry(there, outline, active=_is_active(session, there))
            return CurriculumChangeView(changed=(), unchanged=(entry,), backup=None, change="added")
        if there and not replace:
            which = "comes with llmpath" if there.path is None else "is there already"
            raise CurriculumExistsError(
                f"{id_} {which}",
                f"to put this file in its place: llmpath curriculum add {quote(name)} --replace",
            )
        path = folder / f"{id_}{SUFFIX}"
        backup = _put(path, content)
        session.library.forget()
    added = CurriculumFile(id_, path)
    entry = _entry(added, outline, active=_is_active(session, added))
    return CurriculumChangeView(
        changed=(entry,),
        unchanged=(),
        backup=str(backup) if backup else None,
        change="replaced" if there else "added",
    )


def remove_curriculum(session: Session, id_: str) -> CurriculumChangeView:
    """Take a user's own curriculum away, good or not; where it was in use, the default is again.

    Raises `NoCurriculumFileError`, and `BundledCurriculumError` for what comes with llmpath.
    """
    file = session.library.called(id_)
    if file.path is None:
        raise BundledCurriculumError(
            f"{id_} comes with llmpath and stays", "to use another one: llmpath curriculum use ID"
        )
    is_in_use = session.settings.kept("curriculum").value == id_
    entry = _entry(file, _readable(file), active=False)
    with changing_curricula(session.places):
        if is_in_use and id_ != BUNDLED_ID:
            keep(session, "curriculum", None)
        backup = put_aside(file.path)
        session.library.forget()
    return CurriculumChangeView(
        changed=(entry,),
        unchanged=(),
        backup=str(backup),
        change="removed",
        falls_back=is_in_use,
    )


def _put(path: Path, content: bytes) -> Path | None:
    """Put a file into the folder; return where the version before is kept, if there was one."""
    if os.path.lexists(path):
        return save_new_version(path, content)
    save(path, content)
    return None


def _entry(file: CurriculumFile, outline: Outline | None, *, active: bool) -> CurriculumEntryView:
    facts = outline.curriculum if outline else None
    return CurriculumEntryView(
        id=file.id or (facts.id if facts else str(file.path)),
        title=facts.title if facts else None,
        version=facts.version if facts else None,
        path=str(file.path) if file.path else None,
        active=active,
    )


def _readable(file: CurriculumFile) -> Outline | None:
    try:
        return file.outline()
    except UsageError:  # its faults are no reason to keep it
        return None


def _is_active(session: Session, file: CurriculumFile) -> bool:
    return session.settings.of("curriculum").value == file.id
