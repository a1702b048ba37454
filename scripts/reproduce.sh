#!/usr/bin/env bash
# Builds the widget and the demo's bundles twice, from two clean copies of the last commit in folders
# of different names, at different times of day, and holds every file that a site would serve against
# its twin. It takes as long as two first builds: run it by hand, before a release.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh

commit=$(git rev-parse HEAD)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

built() { # folder time-zone
  local copy="$place/$1"
  mkdir -p "$copy"
  git archive "$commit" | tar -x -C "$copy"
  # The npm packages are what package-lock.json says, hashes and all.
  ln -s "$(realpath node_modules)" "$copy/node_modules"
  printf 'reproduce: building in %s\n' "$copy"
  (cd "$copy" && TZ=$2 scripts/build-site.sh >"$place/log" 2>&1) || { tail -20 "$place/log"; exit 1; }
  (cd "$copy/dist" && find . -type f -exec sha256sum {} + | sort -k 2) >"$place/$3"
  # Only the sums are held against each other; the room is needed.
  rm -rf "$copy"
}

built one UTC first
built another/and/a/longer/way/down Asia/Tokyo second
diff "$place/first" "$place/second"
printf 'reproduce: %s files, byte for byte the same\n' "$(wc -l <"$place/first")"
