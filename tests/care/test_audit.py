"""The audit of packages: what can be mended fails, what cannot is told, a service that does not answer is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "audit.py"


def audit(tmp_path: Path, answer: str) -> tuple[int, str]:
    """Run the script with a pip-audit that gives this answer to every service."""
    tool = tmp_path / "pip-audit"
    tool.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\nexit 1\n", encoding="utf-8")
    tool.chmod(0o755)
    (tmp_path / "some.lock").write_text("a==1\n", encoding="utf-8")
    # As if no pip-audit stood beside this Python.
    start = (
        "import runpy, sys; sys.executable, *sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, str(tmp_path / "python"), str(SCRIPT), str(tmp_path / "some.lock")],
        capture_output=True, text=True, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.returncode, done.stdout


def said(*vulnerabilities: list[str]) -> str:
    vulns = [{"id": f"CVE-{number}", "fix_versions": fixes} for number, fixes in enumerate(vulnerabilities)]
    return json.dumps(
        {"dependencies": [{"name": "a", "version": "1", "vulns": vulns}, {"name": "b", "skip_reason": "?"}]}
    )


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (said(), 0, "1 packages asked, 0 known"),
        (said([]), 0, "CVE-0: no mended version yet"),
        (said([], ["1.1", "2.0"]), 1, "CVE-1: 1.1, 2.0"),
        (json.dumps({"dependencies": [{"name": "a", "skip_reason": "not found"}]}), 0, "NOT audited"),
        ("Traceback: connection refused", 0, "NOT audited"),
    ],
    ids=["clean", "no-fix", "fix", "skipped", "unreachable"],
)
def test_only_what_can_be_mended_fails(tmp_path: Path, answer: str, code: int, words: str) -> None:
    found, printed = audit(tmp_path, answer)
    assert (found, words in printed) == (code, True), printed
