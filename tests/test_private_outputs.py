"""Private data in a paper and in a spreadsheet reaches no output: ledger rows, export, search index, answers, pages.

The originals are kept as they came (only `dutygraph purge` removes one) and are left out here.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from core.settings import Settings
from graph.exports.archive import unpacked
from graph.exports.formats import FORMATS
from tests.cli.test_load import Run, run
from tests.loaders.workbooks import Rows, workbook

__all__ = ["run"]

MOBILE, OTHER_MOBILE = "13912345678", "15800001111"
MAILBOX, IDENTITY = "zhengqing_1988@mail.example", "990101198001011234"
CONTACT, HOME = "郑清野", "青杼镇幸福路3号2单元501室"
SECRETS = (MOBILE, "139 1234 5678", OTHER_MOBILE, MAILBOX, IDENTITY, CONTACT, HOME, "幸福路3号")

PAPER = f"""兰亭区人民政府办公室关于成立兰亭区医改领导小组的通知

兰政办发〔2031〕4号

各镇人民政府、街道办事处，区直各部门：

　　决定成立兰亭区医改领导小组。组成人员名单如下：

组　长：周　正　区委副书记、区长　{MOBILE}
副组长：沈　渡　副区长（电话：139 1234 5678）
成　员：韩　周　区财政局局长

　　（一）建立医保数据共享机制。（牵头单位：区医疗保障局；责任单位：区财政局；联系人：{CONTACT}，{OTHER_MOBILE}；完成时限：2031年12月底）

　　请于9月10日前将名单报送领导小组办公室，联系人：{CONTACT}，手机：{OTHER_MOBILE}，邮箱：{MAILBOX}，身份证号：{IDENTITY}，家庭住址：{HOME}。

兰亭区人民政府办公室
2031年8月30日
"""
TABLE: Rows = [
    ["兰亭区2031年重点任务分解表"],
    ["任务", "牵头单位", "联系人", "手机", "身份证号", "家庭住址", "邮箱"],
    ["建设医保数据平台", "区医疗保障局", CONTACT, MOBILE, IDENTITY, HOME, MAILBOX],
    ["", "区财政局", CONTACT, MOBILE, IDENTITY, HOME, MAILBOX],
]


@pytest.fixture
def home(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "4.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "表.xlsx").write_bytes(workbook(("任务", TABLE)))
    code, said, errors = run("load", tmp_path / "4.txt", tmp_path / "表.xlsx", "--jurisdiction", "990101")
    assert code == 0, errors
    clean("load", said + errors)
    return tmp_path / "home"


def _texts(path: Path) -> list[str]:
    """What a file says, out of whatever packs it."""
    if zipfile.is_zipfile(path):
        return [data.decode("utf-8", "replace") for data in unpacked(path.read_bytes()).values()]
    if path.suffix == ".parquet":
        return [str(pq.read_table(path).to_pylist())]
    return [path.read_text(encoding="utf-8")]


def clean(what: str, text: str) -> None:
    """No secret stands in the text."""
    assert [secret for secret in SECRETS if secret in text] == [], what


def test_no_output_shows_private_data(run: Run, home: Path, tmp_path: Path) -> None:
    for path in sorted(home.rglob("*")):
        if path.is_file() and "originals" not in path.relative_to(home).parts:
            data = path.read_bytes()
            found = [secret for secret in SECRETS if secret.encode() in data]
            assert found == [], path.name
    for form in FORMATS:
        assert run("export", "--out", tmp_path / "exports" / form, "--format", form)[0] == 0
    assert run("extract", tmp_path / "4.txt", "--out", tmp_path / "tables", "--report")[0] == 0
    assert run("extract", tmp_path / "表.xlsx", "--out", tmp_path / "tables2", "--report")[0] == 0
    written = [path for path in (tmp_path / "exports").rglob("*") if path.is_file()] + [*tmp_path.glob("tables*/*")]
    assert len(written) > 20
    for path in written:
        for text in _texts(path):
            clean(path.name, text)
    for command in (
        ("extract", tmp_path / "4.txt", "--out", tmp_path / "t3", "--report"),
        ("tables", "check", tmp_path / "表.xlsx"),
        ("review", "--below", "1.1", "--json"),
        ("review", "mentions", "周正"),
        ("document", "兰政办发〔2031〕4号", "--json"),
        ("person", "周正", "--on", "2031-10-01"),
        ("group", "兰亭区医改领导小组", "--on", "2031-10-01", "--json"),
        ("task", "建设医保数据平台", "--on", "2031-10-01", "--json"),
        ("task", "建立医保数据共享机制", "--on", "2031-10-01", "--json"),
        ("search", MOBILE),
        ("differences", "--json"),
    ):
        _, said, errors = run(*command)
        # What was asked is said back; nothing else may show it.
        clean(str(command), (said + errors).replace(str(command[-1]), "") if command[0] == "search" else said + errors)


def test_no_answer_of_the_api_shows_private_data(home: Path) -> None:
    settings = Settings(home=home, requests_per_minute=0)
    with TestClient(create_app(settings)) as client:
        hits = client.get("/search", params={"q": "医保", "limit": 20}).json()["hits"]
        assert hits
        paths = ["/documents", "/tasks", "/persons", "/groups", "/organisations", "/checks"]
        paths += [f"/{kind}s/{hit['id']}" for hit in hits for kind in (hit["kind"].lower(),)]
        read = 0
        for path in paths:
            answer = client.get(path, params={"on": "2031-10-01"}, follow_redirects=True)
            read += answer.status_code == 200
            clean(path, answer.text)
        assert read >= 5
        for secret in (CONTACT, IDENTITY, MAILBOX):
            assert client.get("/search", params={"q": secret}).json()["hits"] == []
