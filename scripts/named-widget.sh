#!/usr/bin/env bash
# The widget that the site was built with, but with its functions' names: target/bench/named.wasm, from
# which bench/sizes.mjs says what each crate takes.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh

mkdir -p target/bench
# The page names the level and the parameters; names are kept on top of them.
option() { sed -nE "s/.*$1=\"([^\"]*)\".*/\1/p" index.html; }
read -ra parameters <<<"$(option data-wasm-opt-params)"
wasm-opt "-O$(option data-wasm-opt)" -g "${parameters[@]}" \
  target/wasm-bindgen/release/sudare_bg.wasm -o target/bench/named.wasm
