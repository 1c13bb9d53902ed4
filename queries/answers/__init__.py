"""Typed answers, shared by the command line, the API, the pages and saved packs.

`model` says what an answer holds; `desk`, `tasks`, `groups`, `bodies` put answers together out of canned queries;
`sheets` shows any of them as one table.
"""
