#!/usr/bin/env bash
# Runs ours and the peer in turn, one core each, and prints the ratio of words a second; results go to benchmarks/results.
# Arguments are passed on (--pairs N, --passes N, --articles DIR, --results DIR).
set -euo pipefail
cd "$(dirname "$0")/../.."
if command -v npm >/dev/null && [ ! -d benchmarks/peers/node_modules ]; then
  (cd benchmarks/peers && npm ci >&2) || echo "The peer could not be installed." >&2
fi
dotnet build benchmarks/Inquit.Benchmarks -c Release >&2
exec benchmarks/Inquit.Benchmarks/bin/Release/net10.0/Inquit.Benchmarks peers "$@"
