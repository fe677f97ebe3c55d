# telko: what a developer or a newcomer types. `make demo` runs the main job,
# `make test` passes the tests; both do their own set-up.

GO ?= go
BIN = bin/telko
DEMO = demo
FUZZTIME ?= 60s

.PHONY: build demo test check lint patched race wiki bench fidelity soak fuzz golden clean deps

build: $(BIN)

# Go's own cache decides what is rebuilt.
.PHONY: $(BIN)
$(BIN):
	@GO="$(GO)" .ci/build $(BIN) ./cmd/telko

# The main job, without a wiki, root or a terminal: a year of telcos, the last
# meeting, what one volunteer promised, and all of it as a folder of web pages.
demo: build
	@.ci/demo $(BIN) $(DEMO)

# Everything CI runs. Installs what the tests need on a Debian machine first.
test: deps check patched race

deps:
	@.ci/deps

check:
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	@out="$$($(GO) tool gofumpt -l .)"; test -z "$$out" || { echo "gofumpt would change:"; echo "$$out"; exit 1; }
	$(GO) mod verify
	$(GO) mod tidy -diff

lint: check

# The modules that `make build` builds with must be what they were: their own
# tests, but for those of speed, and some that fail without the patches.
patched:
	@GO="$(GO)" .ci/build
	$(GO) test -modfile bin/lazy/patched.mod -skip 'Performance|TestMethod_StringWidth|TestWcStringWidth|TestFailGen' \
	  github.com/yuin/goldmark/... github.com/spf13/cobra github.com/charmbracelet/x/ansi github.com/charmbracelet/ultraviolet

# With the race detector a program sleeps for a second before it ends, so that
# what still runs can race; tests start more than a thousand.
export GORACE ?= atexit_sleep_ms=10

# Four packages at a time also on two cores: many tests wait for a wiki.
race:
	$(GO) test -race -p 4 -timeout 15m ./...

# A throwaway real MediaWiki on loopback with the demo published to it.
wiki: deps build
	$(GO) run ./cmd/internal/wikiserve

# Installs what telko is measured against.
bench: build
	@.ci/deps pandoc taskwarrior todotxt-cli
	$(GO) run ./cmd/internal/bench

# How true the conversion between Markdown and wikitext is, shown by a real
# MediaWiki, with pandoc beside it. What differs is listed in bin/fidelity.txt;
# for more: make fidelity FLAGS="-set random -n 20000 -seed 7 -v"
fidelity:
	@.ci/deps pandoc
	@mkdir -p bin
	$(GO) run ./cmd/internal/fidelity -o bin/fidelity.txt $(FLAGS)

# Longer than CI has time for: every fuzz target for FUZZTIME, tests ten times,
# every fault at every request of a sync, a thousand steps of random edits with
# two hundred kills. Another run of these: make soak-sync SEED=7
SEED ?= 1

.PHONY: soak-sync
soak-sync: deps
	$(GO) test ./wiki -run '^(TestFaults|TestPeopleMeanwhile|TestRandom|TestThreeEdits)$$' -soak -seed $(SEED) -v -timeout 120m

soak: deps fuzz soak-sync
	$(GO) test -race -count=10 -timeout 60m ./...

fuzz:
	@set -e; for pkg in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
	    echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$pkg; \
	  done; \
	done

# Rewrite the golden files; read the diff before committing it.
golden:
	$(GO) test ./minutes ./minutes/imports ./wiki ./wiki/wikitext ./wiki/wikitext/fidelity ./cmd/internal/cli ./cmd/internal/tui -update

clean:
	rm -rf bin $(DEMO)
