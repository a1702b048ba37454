#!/usr/bin/env bash
# Installs what a command needs and the machine lacks; a second run finds it there and does nothing.
#   scripts/setup.sh build      the wasm target, wasm-bindgen, trunk, the npm packages
#   scripts/setup.sh test       build, and cargo-nextest
#   scripts/setup.sh browsers   Chromium, Firefox, WebKit and their drivers
#   scripts/setup.sh chromium   Chromium alone
#   scripts/setup.sh supply     cargo-deny, which takes minutes to compile: make test does without
#   scripts/setup.sh bench      the npm packages that Sudare is held against
# Tools that cargo builds go to a cache that all clones share; `scripts/env.sh` puts them on PATH.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh

say() { printf 'setup: %s\n' "$*"; }

# The tools run for seconds; what takes minutes is compiling them. So: quick to compile.
cargo_tool() { # crate version binary [cargo install options]
  local crate=$1 version=$2 binary=$3; shift 3
  local root="$SUDARE_TOOLS/$crate-$version"
  [ -x "$root/bin/$binary" ] && return
  if command -v "$binary" >/dev/null && "$binary" --version 2>/dev/null | grep -qF "$version"; then return; fi
  say "compiling $crate $version (a few minutes, once on this machine)"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR="$SUDARE_TOOLS/target" \
    cargo install --quiet "$crate" --version "$version" --root "$root" "$@"
}

# Rust's own sources make the widget smaller; it builds without them too.
rust_sources() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] && return
  say "adding Rust's own sources"
  rustup component add rust-src || say "they cannot be had: the widget will be a tenth larger"
}

wasm_target() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] && return
  say "adding the wasm target to Rust"
  rustup target add wasm32-unknown-unknown
}

npm_packages() { # folder
  local lock="$1/package-lock.json" installed="$1/node_modules/.sudare-lock"
  if [ -f "$installed" ] && cmp -s "$lock" "$installed"; then return; fi
  say "installing the npm packages of $(realpath --relative-to=. "$1")"
  npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
  cp "$lock" "$installed"
}

build() {
  wasm_target
  rust_sources
  # Its own lock file names a version that the registry does not have, hence no --locked.
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen
  cargo_tool trunk "$TRUNK_VERSION" trunk --locked
  npm_packages .
}

nextest() {
  cargo nextest --version >/dev/null 2>&1 && return
  cargo_tool cargo-nextest "$NEXTEST_VERSION" cargo-nextest --locked
}

supply() {
  cargo_tool cargo-deny "$CARGO_DENY_VERSION" cargo-deny --locked
}

debian() { # packages
  [ $# -gt 0 ] || return 0
  say "installing $*"
  local as_root=(); [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "$@" >/dev/null
}

chromium() {
  command -v chromium >/dev/null || debian chromium
}

browsers() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v chromedriver >/dev/null || missing+=(chromium-driver)
  command -v firefox-esr >/dev/null || missing+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || missing+=(xvfb)
  fc-list ':lang=ja' 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
  debian "${missing[@]}"
  cargo_tool geckodriver "$GECKODRIVER_VERSION" geckodriver --locked
}

for need in "$@"; do
  case $need in
    build) build ;;
    test) build; nextest ;;
    browsers) browsers ;;
    chromium) chromium ;;
    supply) supply ;;
    bench) npm_packages bench ;;
    *) say "unknown need: $need"; exit 2 ;;
  esac
done
