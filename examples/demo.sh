#!/usr/bin/env bash
# Loads the examples into DUTYGRAPH_HOME, prints the three answers of the project, and serves the pages.
# DAY is the day asked for, PORT where to serve; SERVE=no stops after the answers. `make demo` calls it.
set -euo pipefail
cd "$(dirname "$0")/.."

DAY=${DAY:-2023-09-01}
PORT=${PORT:-8000}

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
run() { printf '\n$ dutygraph %s\n' "$*"; dutygraph "$@"; }

say "载入示例 | Loading the examples"
run load examples/lanting/*.txt --jurisdiction 990101
run load examples/dongsheng-2023q3

say "一、谁负责 | 1. Who is responsible"
run ask "谁负责开展知识产权质押融资" --on "$DAY"

say "二、桌上有什么 | 2. What is on a leader's desk"
run person 高明 --on "$DAY"

say "三、名单上有谁，凭什么 | 3. Who sits in a group, and why"
run group 医改 --on "$DAY"

if [ "${SERVE:-}" = "no" ]; then
  exit 0
fi
say "网页与接口 | Pages and API: http://127.0.0.1:$PORT  (Ctrl+C)"
exec dutygraph serve --port "$PORT"
