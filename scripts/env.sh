# Sourced by the other scripts: versions of the tools, and PATH with what setup.sh has built.
SUDARE_TOOLS="${SUDARE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/sudare}"
# The crate's version: the two read each other's output.
WASM_BINDGEN_VERSION=0.2.130
# 0.22 wants a newer rustc than rust-version in Cargo.toml.
TRUNK_VERSION=0.21.14
GECKODRIVER_VERSION=0.37.1
NEXTEST_VERSION=0.9.143
CARGO_DENY_VERSION=0.20.2
for tool in "wasm-bindgen-cli-$WASM_BINDGEN_VERSION" "trunk-$TRUNK_VERSION" "geckodriver-$GECKODRIVER_VERSION" "cargo-nextest-$NEXTEST_VERSION" "cargo-deny-$CARGO_DENY_VERSION"; do
  PATH="$SUDARE_TOOLS/$tool/bin:$PATH"
done
PATH="$PWD/node_modules/.bin:$PATH"
export PATH SUDARE_TOOLS
