#!/usr/bin/env bash
# Publishes the program and measures the whole road; results go to benchmarks/results. Arguments are passed on
# (--passes N, --starts N, --articles DIR, --results DIR).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet publish src/Inquit.App -c Release -o artifacts/benchmark >&2
dotnet build benchmarks/Inquit.Benchmarks -c Release >&2
exec benchmarks/Inquit.Benchmarks/bin/Release/net10.0/Inquit.Benchmarks road --program artifacts/benchmark/inquit "$@"
