#!/usr/bin/env python3
"""Ask pip-audit about the locked packages. Exit code 1 for a known vulnerability that a newer version mends.

    .ci/audit.py [requirements.lock …]

One without a mended version is told and does not fail: nobody could act on it. Nor does a service that cannot be asked,
which is said. `pip-audit` is taken from beside the Python that runs this, else from the path.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

#: Asked in this order; a mirror of the package index often knows no vulnerabilities.
SERVICES = ("pypi", "osv")
SECONDS = 300


def main() -> int:
    """Audit each lock file."""
    root = Path(__file__).resolve().parent.parent
    locks = [Path(each) for each in sys.argv[1:]] or [root / "requirements.lock", root / "requirements-dev.lock"]
    beside = Path(sys.executable).with_name("pip-audit")
    tool = str(beside) if beside.exists() else shutil.which("pip-audit")
    if tool is None:
        print("audit: pip-audit is not installed")
        return 1
    return max(audited(tool, lock) for lock in locks)


def audited(tool: str, lock: Path) -> int:
    """Audit one lock file with the first service that answers, and say what was found."""
    packages: list[dict[str, object]] = []
    for service in SERVICES:
        packages = [package for package in asked(tool, lock, service) if "skip_reason" not in package]
        if packages:
            break
    else:
        print(f"audit: {lock.name} NOT audited: no service could be asked ({', '.join(SERVICES)})")
        return 0
    mended = known = 0
    for package in packages:
        for each in package["vulns"]:  # type: ignore[attr-defined]
            fixes = ", ".join(each["fix_versions"])
            known, mended = known + 1, mended + bool(fixes)
            print(f"audit: {package['name']} {package['version']} {each['id']}: {fixes or 'no mended version yet'}")
    print(f"audit: {lock.name}: {len(packages)} packages asked, {known} known, {mended} to be mended")
    return 1 if mended else 0


def asked(tool: str, lock: Path, service: str) -> list[dict[str, object]]:
    """What a service says of each package; nothing if it does not answer."""
    command = [tool, "--requirement", str(lock), "--no-deps", "--disable-pip", "--format", "json"]
    command += ["--progress-spinner", "off", "--vulnerability-service", service]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        found: list[dict[str, object]] = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return []
    return found


if __name__ == "__main__":
    sys.exit(main())
