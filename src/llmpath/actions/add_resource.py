"""`llmpath add`: one more resource in the user's own copy of the curriculum in use."""

from pathlib import Path
from typing import NamedTuple

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.session import Session
from llmpath.domain.keys import parse_link
from llmpath.domain.new_resource import new_resource
from llmpath.domain.outline import Node
from llmpath.errors import UsageError
from llmpath.named_file import SUFFIX
from llmpath.sources.curriculum_file import CurriculumFile, Loaded
from llmpath.store.curricula import changing_curricula
from llmpath.store.whole_file import save, save_new_version
from llmpath.views.added import AddedResourceView, AddedView
from llmpath.views.node import CurriculumView


class Wanted(NamedTuple):
    """What is to be added: a link, and what is told of it; the rest is read off the link.

    `section` is a ref, by default that of the last section.
    """

    link: str
    section: str | None = None
    title: str | None = None
    kind: str | None = None


def add_resource(session: Session, wanted: Wanted) -> AddedView:
    """Write a resource at the end of a section, unless its link is in the curriculum already.

    The bundled curriculum is copied for that. Raises `BadLinkError` and `UsageError` for what is wrong on
    the command line, `NotEditableError` for a file to which nothing can be added.
    """
    from llmpath.sources.editing import with_resource

    key = parse_link(wanted.link).key
    with changing_curricula(session.places) as folder:
        loaded = session.library.load()
        path = open_path(session, loaded.outline)
        there = loaded.outline.by_key.get(key)
        if there:
            return _view(loaded, there[0])
        section = _section(path, wanted.section)
        new = new_resource(wanted.link, wanted.title, wanted.kind, loaded.outline.by_id)
        content = with_resource(loaded.content, int(section.number) - 1, new)
        changed, backup = _saved(loaded, content, folder)
        session.library.forget()
    return _view(changed, changed.outline.by_id[new.id], backup, is_new=True)


def _section(path: LearningPath, ref: str | None) -> Node:
    """Return the section that a ref names, the last one without a ref."""
    if ref is None:
        if not path.outline.sections:
            raise UsageError("this curriculum has no section", "write one into its file")
        return path.outline.sections[-1]
    targets = path.resolve([ref])
    node = targets[0].node
    if len(targets) > 1 or not node.is_section:
        around = path.outline.by_number.get(node.number.partition(".")[0])
        hint = f"it stands in {around.name}" if around else "to see the sections: llmpath list"
        raise UsageError(f'"{ref}" is not a section', hint)
    return node


def _saved(loaded: Loaded, content: bytes, folder: Path) -> tuple[Loaded, Path | None]:
    """Put the new content in place, that of the bundled one in a copy; return where the old one is kept."""
    file = loaded.file
    if file.path is not None:
        return Loaded(file, content, file.understood(content)), save_new_version(file.path, content)
    path = folder / f"{loaded.outline.curriculum.id}{SUFFIX}"
    own = CurriculumFile(loaded.outline.curriculum.id, path)
    changed = Loaded(own, content, own.understood(content))
    save(path, content)
    return changed, None


def _view(loaded: Loaded, node: Node, backup: Path | None = None, *, is_new: bool = False) -> AddedView:
    facts = loaded.outline.curriculum
    resource = AddedResourceView(
        number=node.number,
        id=node.id,
        key=str(node.key),
        title=node.title,
        kind=node.kind,
        url=node.url,
        start=node.start,
    )
    return AddedView(
        changed=(resource,) if is_new else (),
        unchanged=() if is_new else (resource,),
        curriculum=CurriculumView(id=facts.id, title=facts.title, version=facts.version),
        path=str(loaded.file.path) if loaded.file.path else None,
        backup=str(backup) if backup else None,
        is_own=loaded.file.id is not None,
    )
