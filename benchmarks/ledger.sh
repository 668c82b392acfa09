#!/usr/bin/env bash
# Publishes the program and measures a ledger: adding a corpus, its size, searches; results go to benchmarks/results. Arguments are
# passed on (--copies 10 for ten times the articles, --ledger CONNECTION for an empty PostgreSQL database, --records FILE, --queries N,
# --results DIR).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet publish src/Inquit.App -c Release -o artifacts/benchmark >&2
dotnet build benchmarks/Inquit.Benchmarks -c Release >&2
exec benchmarks/Inquit.Benchmarks/bin/Release/net10.0/Inquit.Benchmarks ledger --program artifacts/benchmark/inquit "$@"
