"""A progress bar on a terminal's standard error; without a terminal, nothing."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from loaders.pipeline import FileResult


class Bar:
    """Draws `loaders.pipeline.Progress`."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def begin(self, total: int) -> None:
        """So many files will be taken."""
        self._task = self._progress.add_task("载入 | loading", total=total)

    def reading(self, name: str) -> None:
        """This file is taken up now."""
        if self._task is not None:
            self._progress.update(self._task, description=name)

    def done(self, result: FileResult) -> None:
        """One more is done."""
        if self._task is not None:
            self._progress.advance(self._task)
