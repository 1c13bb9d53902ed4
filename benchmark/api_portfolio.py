"""How long the JSON of a portfolio takes: every leader of the examples on several days, over HTTP, 95th percentile.

    python -m benchmark.api_portfolio        bar: 20 ms (DESIGN, section 9; printed, never asserted)

Each answer is computed: no two of the measured requests are the same, and there is no cache to warm but the engine's own.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load

EXAMPLES = Path(__file__).parent.parent / "examples" / "lanting"
#: The first rounds run the engine warm, as a service that has been up for a minute is.
WARM, MEASURED = 12, 8


def main() -> None:
    """Load the examples, ask, print."""
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home), jurisdiction="990101", requests_per_minute=0)
        with open_ledger(settings) as ledger:
            load(sorted(EXAMPLES.glob("*.txt")), ledger, settings)
            build(ledger, settings)
        with TestClient(create_app(settings)) as client:
            leaders = client.get("/queries/people/workload?on=2023-10-01&limit=30").json()["rows"]
            took, sizes = [], []
            for round_ in range(WARM + MEASURED):
                for place, leader in enumerate(leaders):
                    day = f"2023-{1 + (round_ + place) % 12:02}-{1 + round_ % 28:02}"
                    begun = time.perf_counter()
                    answer = client.get(f"/persons/{leader['person_id']}/portfolio?on={day}")
                    if round_ >= WARM:
                        took.append((time.perf_counter() - begun) * 1000)
                        sizes.append(len(answer.content))
    took.sort()
    at = {share: took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.95, 0.99)}
    sys.stdout.write(
        f"portfolio as JSON: {len(took)} requests, {statistics.mean(sizes) / 1024:.0f} KB mean\n"
        f"p50 {at[0.5]:.1f} ms   p95 {at[0.95]:.1f} ms   p99 {at[0.99]:.1f} ms   (bar: p95 20 ms)\n"
    )


if __name__ == "__main__":
    main()
