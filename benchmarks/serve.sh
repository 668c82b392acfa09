#!/usr/bin/env bash
# Publishes the program and measures a server that many search while articles are added; results go to benchmarks/results. Arguments are
# passed on (--ledger FILE for a SQLite ledger that has the corpus already, --clients N, --seconds N, --think MILLISECONDS, --records FILE,
# --queries N, --results DIR).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet publish src/Inquit.App -c Release -o artifacts/benchmark >&2
dotnet build benchmarks/Inquit.Benchmarks -c Release >&2
exec benchmarks/Inquit.Benchmarks/bin/Release/net10.0/Inquit.Benchmarks serve --program artifacts/benchmark/inquit "$@"
