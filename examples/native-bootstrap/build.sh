#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds target/orders.zip: a static binary named bootstrap, as provided.al2023 starts it. GOARCH=arm64 for Graviton.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p target
CGO_ENABLED=0 GOOS=${GOOS:-linux} GOARCH=${GOARCH:-amd64} go build -trimpath -ldflags '-s -w' -o target/bootstrap .
rm -f target/orders.zip
zip -q -j target/orders.zip target/bootstrap
