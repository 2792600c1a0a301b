#!/usr/bin/env bash
# Rebuilds the charting bundle in assets/vendor/ from pinned packages. Needs node and npm; only developers
# who change the trace types or the plotly version run it, the result is committed.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --no-progress
node build.mjs
