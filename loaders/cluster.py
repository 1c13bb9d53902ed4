"""Reading on many machines: the reading of a file is a pure function of its bytes, so any worker may do it.

The scheduler and workers are those of `distributed` (Dask), an extra: `pip install dutygraph[cluster]`. Files are sent as
bytes and come back as readings; the ledger is written here, by one process, in the order in which the files were named.
Nothing of the settings travels but what reading asks for: the place, and how sure is sure enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.errors import ConfigError, StoreUnavailableError
from core.settings import Settings
from loaders.extraction import Extraction
from loaders.pipeline import Refusal, read_elsewhere

if TYPE_CHECKING:
    from distributed import Client

#: Files under way at a time for each worker: enough that none waits, few enough that memory stays flat.
A_WORKER = 4
CONNECT_SECONDS = 10


class Workers:
    """The readers of a cluster, as `loaders.pipeline` asks for them."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.ahead = A_WORKER * max(1, len(client.scheduler_info()["workers"]))

    def begin(self, data: bytes, name: str, settings: Settings) -> Callable[[], Extraction | Refusal]:
        """Send a file to a worker; what is returned waits for its reading."""
        # Not pure in the scheduler's sense: the same file named twice is read twice, and no result is kept there.
        future = self._client.submit(
            read_elsewhere, data, name, settings.jurisdiction, settings.min_confidence, pure=False
        )

        def wait() -> Extraction | Refusal:
            found: Extraction | Refusal = future.result()
            return found

        return wait


@contextmanager
def workers(address: str) -> Iterator[Workers]:
    """The cluster at an address (`tcp://HOST:8786`). Raises `ConfigError` without the extra, `StoreUnavailableError`."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ConfigError(
            "没有安装集群组件 | the cluster extra is not installed",
            remedy="pip install 'dutygraph[cluster]'",
            code="CLUSTER-MISSING",
        ) from error
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise StoreUnavailableError(
            f"连不上集群 | the cluster cannot be reached: {address}",
            remedy="dask scheduler；--cluster tcp://HOST:8786",
            code="CLUSTER-UNAVAILABLE",
        ) from error
    try:
        yield Workers(client)
    finally:
        client.close()  # type: ignore[no-untyped-call]
