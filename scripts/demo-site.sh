#!/usr/bin/env bash
# Trunk's last step: takes the widget out of the page's folder, builds the executable around it, and
# lets it write a consent/ folder for each sample notice. Trunk names the folder.
set -euo pipefail
site=${TRUNK_STAGING_DIR:?run by trunk}
profile=${SUDARE_PROFILE:-dev}

mkdir -p target/widget
node scripts/glue.mjs "$site/sudare.js" "$site/sudare_bg.wasm" target/widget
rm "$site/sudare.js" "$site/sudare_bg.wasm"
node scripts/compress.mjs target/widget/widget.js target/widget/widget.wasm

# What builds the widget's standard library is not for the executable.
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
cargo build --quiet --locked --profile "$profile" --bin sudare
sudare="target/$([ "$profile" = dev ] && echo debug || echo "$profile")/sudare"

# Trunk leaves its own note for the widget in the page, since nothing was put in its place.
sed -i '/data-trunk rel="rust"/d' "$site/index.html"

# The first sample is the page's own, and the one that the tests put into a page; the others get a copy of the page in a folder each.
"$sudare" build demo/notices/aster -o "$site/consent" --inline >target/demo-build.txt
for notice in fern lantern quaver beacon; do
  mkdir "$site/$notice"
  cp -r "$site/index.html" "$site/demo" "$site/styles" "$site/$notice/"
  "$sudare" build "demo/notices/$notice" -o "$site/$notice/consent" >/dev/null
done
