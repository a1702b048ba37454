#!/usr/bin/env bash
# Builds the widget and the demo site in dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
source scripts/widget-env.sh
trunk build
