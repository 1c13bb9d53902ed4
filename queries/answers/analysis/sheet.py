"""An analysis as its sheet: the table, and above and below it what it counts and what it does not say."""

from __future__ import annotations

from queries.answers.analysis.model import Analysis, Cell
from queries.answers.model import Coded
from queries.answers.sheets import Line, Sheet, Words


def analysis_sheet(answer: Analysis, words: Words) -> Sheet:
    """The table of an analysis in one language."""
    about, language = answer.about, words.language
    lines = [Line(tuple(cell_text(cell, words) for cell in row.cells), row.evidence) for row in answer.rows]
    facts = [(words.say("对比日", "set beside"), answer.against)]
    facts += [(words.say("说明", "note"), note.in_language(language)) for note in answer.notes]
    notes = [
        words.say("计什么：", "It counts: ") + about.counts.in_language(language),
        words.say("不说明什么：", "It does not say: ") + about.silent.in_language(language),
        *cautions(answer, words),
    ]
    title = about.title.in_language(language)
    if about.takes and answer.subject.name:
        title = f"{title}：{answer.subject.name}" if words.language == "zh" else f"{title}: {answer.subject.name}"
    return words.sheet(answer, title, facts, [(each.zh, each.en) for each in answer.columns], lines, notes)


def cautions(answer: Analysis, words: Words) -> list[str]:
    """What a reader must not miss: nothing found, lines left out, facts not read."""
    said = []
    if not answer.rows and not answer.notes:
        said.append(words.say("没有结果。", "No rows."))
    if answer.left_out:
        said.append(
            words.say(f"另有 {answer.left_out} 行未列，见 limit。", f"{answer.left_out} more lines, see limit.")
        )  # fmt: skip
    if answer.truncated:
        said.append(
            words.say("图谱中的事实多于一次所读，请按地区查看。", "The graph holds more facts than were read: look at one place.")
        )  # fmt: skip
    return said


def cell_text(cell: Cell, words: Words) -> str:
    """A cell as text; things by their names."""
    match cell:
        case Coded():
            return words.code(cell)
        case tuple():
            return "；".join(each.name for each in cell)
        case int():
            return str(cell)
        case float():
            return f"{cell:g}"
    return cell
