"""Finding what a person means: names, aliases, parts, pinyin, traditional forms, words of tasks and documents.

`build(path, graph)` writes one index for one version of the graph; `SearchIndex(path).find(text)` reads it. Whatever
the store, the index is a SQLite file below the home.
"""

from graph.search.build import build, change, index_path, newest, sweep
from graph.search.find import WHY, Hit, SearchIndex
from graph.search.former import former_ids, gone_between

__all__ = [
    "WHY",
    "Hit",
    "SearchIndex",
    "build",
    "change",
    "former_ids",
    "gone_between",
    "index_path",
    "newest",
    "sweep",
]
