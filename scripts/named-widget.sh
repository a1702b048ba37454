#!/usr/bin/env bash
# Builds the widget as Trunk does, but leaves the functions' names in it: target/bench/named.wasm,
# from which bench/sizes.mjs says what each crate takes. Some minutes the first time.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
source scripts/widget-env.sh

export CARGO_TARGET_DIR=target/named CARGO_PROFILE_RELEASE_STRIP=false
cargo build --quiet --locked --release --lib --no-default-features --target wasm32-unknown-unknown
wasm-bindgen --target web --out-dir target/named/bindgen \
  target/named/wasm32-unknown-unknown/release/sudare.wasm
mkdir -p target/bench
# The page names the level and the parameters; names are kept on top of them.
option() { sed -nE "s/.*$1=\"([^\"]*)\".*/\1/p" index.html; }
read -ra parameters <<<"$(option data-wasm-opt-params)"
wasm-opt "-O$(option data-wasm-opt)" -g "${parameters[@]}" \
  target/named/bindgen/sudare_bg.wasm -o target/bench/named.wasm
