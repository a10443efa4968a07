# SPDX-License-Identifier: MIT
# Two commands are enough: `make report` and `make test`. `make help` lists the rest.

# Where `make install` puts things; DESTDIR, if given, stands before it.
PREFIX = /usr/local

.DEFAULT_GOAL := report
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory -j$(shell nproc)

# --- what is built -----------------------------------------------------------------

folders := base colour locale input document style font image text lines chart pages sheets pdf preflight
sources := $(foreach folder,$(folders),$(wildcard src/$(folder)/*.c)) $(wildcard src/*.c)
tests := $(wildcard tests/unit/*_test.c tests/unicode/*_test.c tests/pdf/*.c)
benches := $(wildcard tests/bench/*.c)
pango_benches := $(patsubst %.c,build/release/%,$(wildcard tests/bench/pango/*.c))
programs := $(tests) $(benches)
tables := build/gen/font_table.h build/gen/init_table.h

modules := harfbuzz harfbuzz-subset fribidi freetype2 libcmark-gfm yaml-0.1 icu-uc \
    icu-i18n zlib libpng libjpeg libqrencode lcms2
# Asked once, and not before a recipe needs them, when pkg-config has been installed.
# The headers of others are theirs to keep free of warnings.
library_flags = $(eval library_flags := $$(patsubst -I%,-isystem %,$$(shell \
    pkg-config --cflags $(modules))))$(library_flags)
libraries = $(eval libraries := $$(shell pkg-config --libs $(modules)) \
    -lhpdf -lcmark-gfm-extensions -lcsv -lhyphen -lm)$(libraries)

warnings := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
    -Wmissing-prototypes -Wwrite-strings -Wundef -Wvla -Wdouble-promotion -Werror
flags = -std=c11 -g -D_POSIX_C_SOURCE=200809L $(warnings) -Isrc -Ibuild/gen -Itests \
    $(library_flags)

release := gcc -O2
clang := clang -O2
asan := gcc -O1 -fno-omit-frame-pointer -fno-sanitize-recover=all \
    -fsanitize=address,undefined

# --- the verbs ---------------------------------------------------------------------

.PHONY: help report test asan check bench pictures tidy format clean install uninstall
.PHONY: install-deps build-packages test-packages bench-packages font-files FORCE

help:
	@echo 'make report        install what is missing, build, write the editions to out/'
	@echo 'make test          install what the tests need and run them'
	@echo 'make asan          the same under the address, undefined and leak sanitizers'
	@echo 'make check         the order of includes, the format of the code'
	@echo 'make bench         time and memory beside a floor made from the same text,'
	@echo '                   and how even the word gaps are beside those of Pango'
	@echo 'make pictures      make the pictures of the README anew'
	@echo 'make tidy          static analysis by clang'
	@echo 'make format        put the code into the format that make check asks for'
	@echo 'make install-deps  install the Debian packages of all these'
	@echo 'make install       put the program and its manual below PREFIX (/usr/local)'
	@echo 'make uninstall     take them away again'
	@echo 'make clean         remove build/ and out/'

# Not again while out/ holds to the byte what the last run wrote, and nothing has changed
# since: another report may have been written over it.
report: build/taqrir | font-files
	@if sha256sum -c --status build/editions 2>/dev/null && \
	    [ -z "$$(find content build/taqrir fonts $$(cut -sf 7 fonts/fonts.tsv | sed 1d) \
	    -cnewer build/editions -print -quit 2>&1)" ]; then \
	    echo 'Nothing has changed since these were written:' && \
	    cut -d ' ' -f 3- build/editions; \
	else \
	    touch build/editions.new; build/taqrir build content -o out >build/written; \
	    status=$$?; cat build/written; [ "$$status" = 0 ] && \
	    sed 's/: [0-9]* pages*\( on [0-9]* sides*\)*$$//' build/written | xargs -d '\n' sha256sum >build/editions && \
	    touch -r build/editions.new build/editions; \
	fi

# OTHER is the same program by another compiler, which has to write the same bytes.
test: build/taqrir build/clang/taqrir $(programs:%.c=build/release/%) \
    | test-packages font-files
	@TAQRIR=build/taqrir OTHER=build/clang/taqrir PROGRAMS=build/release/tests tests/run

asan: build/asan/taqrir build/taqrir $(programs:%.c=build/asan/%) | test-packages font-files
	@TAQRIR=build/asan/taqrir OTHER=build/taqrir PROGRAMS=build/asan/tests tests/run

check: | test-packages
	@tests/layers
	@tests/format

bench: build/taqrir $(benches:%.c=build/release/%) $(pango_benches) | bench-packages font-files
	@tests/bench/run

pictures: report | test-packages
	@tests/pictures/make

tidy: $(tables) | test-packages
	@printf '%s\n' $(sources) | xargs -n 1 clang --analyze $(flags) \
	    -Xclang -analyzer-output=text -Xclang -analyzer-werror

format: | test-packages
	@tests/format --write

# Not the fonts: the program looks for them where the Debian packages put them.
installed_program = $(DESTDIR)$(PREFIX)/bin/taqrir
installed_manual = $(DESTDIR)$(PREFIX)/share/man/man1/taqrir.1

install: build/taqrir
	@install -D -m 755 build/taqrir '$(installed_program)'
	@install -D -m 644 src/taqrir.1 '$(installed_manual)'
	@printf '%s\n' '$(installed_program)' '$(installed_manual)'

uninstall:
	@rm -f '$(installed_program)' '$(installed_manual)'

install-deps: | bench-packages

clean:
	rm -rf build out

# --- how ---------------------------------------------------------------------------

build-packages:
	@src/install src/packages

test-packages: | build-packages
	@src/install tests/packages

bench-packages: | test-packages
	@src/install tests/bench/packages

# A font that is not the one the tests were made with is told, and stops nothing.
font-files: | build-packages
	@fonts/check || true

build/gen/font_table.h: fonts/fonts.tsv fonts/table.awk
	@mkdir -p $(@D)
	@awk -f fonts/table.awk fonts/fonts.tsv >$@

# The report that `taqrir init` writes.
build/gen/init_table.h: src/embed $(shell find -L src/init)
	@mkdir -p $(@D)
	@src/embed src/init >$@

# Objects of one variant in build/VARIANT, laid out as the sources are. The file `flags`
# changes when the flags do.
define variant
objects_$1 := $$(sources:%.c=build/$1/%.o)

build/$1/flags: FORCE | build-packages
	@mkdir -p $$(@D)
	@echo '$$($1) $$(flags)' | cmp -s - $$@ || echo '$$($1) $$(flags)' >$$@

build/$1/%.o: %.c build/$1/flags $(tables) | build-packages $2
	@mkdir -p $$(@D)
	@echo '$1: $$<'
	@$$($1) $$(flags) -MMD -MP -c -o $$@ $$<

$$(programs:%.c=build/$1/%): %: %.o $$(filter-out %/main.o,$$(objects_$1))
	@$$($1) -o $$@ $$^ $$(libraries)

$3: $$(objects_$1)
	@$$($1) -o $$@ $$^ $$(libraries)

-include $$(objects_$1:.o=.d) $$(programs:%.c=build/$1/%.d)
endef

# They need Pango, and nothing of the program's own.
$(pango_benches): build/release/%: %.c build/release/flags | bench-packages
	@mkdir -p $(@D)
	@echo 'release: $<'
	@$(release) $(flags) $$(pkg-config --cflags pangoft2 | sed 's/-I/-isystem /g') \
	    -o $@ $< $$(pkg-config --libs pangoft2 fontconfig harfbuzz)

$(eval $(call variant,release,,build/taqrir))
$(eval $(call variant,asan,,build/asan/taqrir))
$(eval $(call variant,clang,test-packages,build/clang/taqrir))
.SECONDARY:
