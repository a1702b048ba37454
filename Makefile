# The few commands that people type. Each sets up what it needs and says what it does.
#   make demo    build everything, serve the demo page, print its address
#   make test    every check that CI runs
#   make dist    the release bundle in dist/, with dist/bin/sudare
#   make bench   Sudare beside others, growth, the build; QUICK=1 only shows that it runs
#   make screenshots  the gallery: docs/pictures and docs/gallery.md
#   make fmt     format the sources

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.PHONY: demo test dist bench screenshots fmt clean
PORT ?= 8080

# What the site is made of: a change in any of it builds it again.
SITE_SOURCES := Cargo.toml Cargo.lock build.rs Trunk.toml index.html package-lock.json \
  $(shell find src locales catalogue styles demo scripts -type f)

demo: .make/site
	@exec target/debug/sudare serve --site dist --port $(PORT)

# The demo page in dist/, built with the quick profile.
.make/site: $(SITE_SOURCES)
	@scripts/setup.sh build
	echo "demo: building the widget and the page (some minutes the first time)"
	scripts/build-site.sh
	mkdir -p .make && touch $@

dist: $(SITE_SOURCES)
	@scripts/setup.sh build
	echo "dist: building the release bundle"
	SUDARE_PROFILE=tool scripts/build-site.sh
	mkdir -p dist/bin dist/man dist/completions && cp target/tool/sudare dist/bin/sudare
	dist/bin/sudare manual > dist/man/sudare.1
	for shell in bash elvish fish powershell zsh; do
	  dist/bin/sudare completions $$shell > dist/completions/sudare.$$shell
	done
	echo "dist: the demo site is dist/, the executable dist/bin/sudare"

test: .make/site
	@scripts/setup.sh test browsers bench
	scripts/test.sh

bench: .make/site
	@scripts/setup.sh chromium bench
	source scripts/env.sh
	cargo build --quiet --locked --profile tool --bin sudare
	node bench/get.mjs
	scripts/named-widget.sh
	node bench/sizes.mjs
	node bench/run.mjs $(if $(QUICK),--quick)

screenshots: .make/site
	@scripts/setup.sh chromium bench
	node bench/screenshots.mjs

fmt:
	@scripts/setup.sh build
	source scripts/env.sh
	cargo fmt
	prettier --log-level warn --write 'src/{boot,browser,page}/**/*.ts' 'tests/**/*.mjs' 'scripts/*.mjs' 'bench/**/*.mjs' 'demo/*.js'

clean:
	@cargo clean --quiet
	rm -rf dist .make node_modules
