#!/usr/bin/env bash
# Every check that CI runs, in the order that fails soonest. `make test` has set up and built dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh

step() { printf '\n── %s\n' "$*"; }

step "format"
cargo fmt --check
prettier --log-level warn --check 'src/{boot,browser,page}/**/*.ts' 'tests/**/*.mjs' 'scripts/*.mjs' 'bench/**/*.mjs' 'demo/*.js'

step "lints: Rust, for this machine and for the browser; TypeScript"
cargo clippy --quiet --locked --all-targets -- -D warnings
cargo clippy --quiet --locked --no-default-features --target wasm32-unknown-unknown --lib -- -D warnings
tsc --noEmit
tsc --noEmit -p tests/types

if command -v cargo-deny >/dev/null; then
  step "dependencies: licences, sources, second versions"
  cargo deny --locked --offline --log-level error check --hide-inclusion-graph licenses sources bans
fi

step "native tests"
cargo nextest run --locked --no-fail-fast --hide-progress-bar --status-level fail

step "the boot script, and the boot script against Rust"
node --test --test-reporter=dot tests/boot/*.test.mjs

step "byte budgets, and what the widget is not made of"
node scripts/budgets.mjs
node --test --test-reporter=dot tests/widget/*.test.mjs

step "the lines for servers, on those that are on this machine"
node --test --test-reporter=spec tests/servers/*.test.mjs

step "end to end, in three engines"
node tests/browser/run.mjs chromium firefox webkit

step "the bench runs (its figures, on a busy machine, say nothing)"
# What it waits for may never come; it takes a minute.
timeout 900 node bench/run.mjs --quick >/dev/null

step "the bytes that docs/limit.md cites"
node bench/limit.mjs
