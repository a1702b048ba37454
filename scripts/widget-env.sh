# Sourced where the widget is compiled. Where Rust's own sources are there (setup.sh sees to it), the
# standard library is built along with the widget, without the machinery of panic messages that
# nobody would read, and without their places: a tenth fewer bytes for every visitor. With
# SUDARE_STABLE it is built as where they are not.
if [ -z "${SUDARE_STABLE:-}" ] && [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
  # build-std is not stable yet; this lets the stable compiler do it, for the widget only.
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Zshare-generics=no"
fi
