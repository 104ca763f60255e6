# The commands a person types. The build itself is CMake (CMakePresets.json).
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
RELEASE := build/release
HEARSAY := $(RELEASE)/hearsay
NINJA := ninja -j$(JOBS)

.PHONY: all help demo test fuzz bench train train-attribution format lint install deb clean packages-build packages-test
.DEFAULT_GOAL := all

all: $(RELEASE)/build.ninja ## build the hearsay command (build/release/hearsay)
	@$(NINJA) -C $(RELEASE) hearsay_cli

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: all ## build, then read the example story
	@tools/demo.sh $(HEARSAY)

test: packages-test ## build and run every test; the last line counts them (CONFIGURE: more for CMake)
	@cmake --preset release $(CONFIGURE) >build/configure.log || { cat build/configure.log; exit 1; }
	@$(NINJA) -C $(RELEASE)
	@cmake --preset fuzz >build/configure.log || { cat build/configure.log; exit 1; }
	@$(NINJA) -C build/fuzz fuzzers
	@tools/run_tests.py --jobs $(JOBS) $(RELEASE) build/fuzz:'^fuzz[.]'

fuzz: packages-test ## run each fuzzer for SECONDS (60)
	@cmake --preset fuzz && $(NINJA) -C build/fuzz fuzzers
	@HEARSAY_FUZZ_SECONDS=$(or $(SECONDS),60) tools/run_tests.py --jobs $(JOBS) build/fuzz:'^fuzz[.]'

bench: packages-test ## print quality and speed (RECORD=1: also to docs/benchmarks.md)
	@cmake --preset release >build/configure.log || { cat build/configure.log; exit 1; }
	@$(NINJA) -C $(RELEASE) hearsay_cli hearsay_bench hearsay_ledger_bench hearsay_near_copies hearsay_pages_bench hearsay_warc_bench
	@bench/run.py --build $(RELEASE) $(if $(RECORD),--record docs/benchmarks.md)

train: all ## refit every model on DATA (../shared/data) into OUTPUT (build/models); an hour or two
	@tools/install_packages.sh train
	@tools/train.sh $(HEARSAY) $(or $(DATA),../shared/data) $(or $(OUTPUT),build/models)

train-attribution: all ## refit only what finds attributions, on the other models in OUTPUT (models/en); about half an hour
	@tools/install_packages.sh train
	@tools/train.sh $(HEARSAY) $(or $(DATA),../shared/data) $(or $(OUTPUT),models/en) attribution

format: packages-test ## rewrite the sources with clang-format
	@tools/check_format.sh --fix

lint: packages-test ## run clang-tidy
	@cmake --preset dev >/dev/null
	@tools/lint.sh build/dev $(JOBS)

install: packages-build ## install under PREFIX (/usr/local)
	@cmake --preset release -DCMAKE_INSTALL_PREFIX=$(PREFIX) -DHEARSAY_BUILD_TESTS=OFF -DHEARSAY_BUILD_BENCH=OFF
	@$(NINJA) -C $(RELEASE)
	@cmake --install $(RELEASE)

deb: packages-build ## build Debian packages into build/packages
	@tools/install_packages.sh package
	@JOBS=$(JOBS) tools/make_deb.sh

clean: ## remove everything built
	rm -rf build

packages-build:
	@tools/install_packages.sh build

packages-test:
	@tools/install_packages.sh build test
	@mkdir -p build

# Without tests, so that only what the command needs has to be installed;
# `make test` turns them on in the same build.
$(RELEASE)/build.ninja: | packages-build
	@mkdir -p build
	@cmake --preset release -DHEARSAY_BUILD_TESTS=OFF -DHEARSAY_BUILD_BENCH=OFF >build/configure.log || { cat build/configure.log; exit 1; }
