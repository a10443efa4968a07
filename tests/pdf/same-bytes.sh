#!/bin/sh
# The same content gives the same bytes whenever, wherever and by whomever it is built.
. "$(dirname "$0")/../lib.sh"

first=$scratch/first
must "$TAQRIR" build content -o "$first"
must [ -n "$(ls "$first")" ]

# expect_same NAME COMMAND...: it writes to $scratch/again what stands in $first
expect_same() {
    name=$1
    shift
    rm -rf "$scratch/again"
    if ! why=$("$@" 2>&1); then
        not_ok "$name" "$why"
    elif ! why=$(diff -r "$first" "$scratch/again" 2>&1); then
        not_ok "$name" "$why"
    else
        ok "$name"
    fi
}

build_elsewhere() {
    mkdir -p "$scratch/a folder/اسم" && cp -r content "$scratch/a folder/اسم/words" &&
        cd "$scratch/a folder/اسم" && "$TAQRIR" build words -o "$scratch/again"
}

build_after_touching() {
    cp -r content "$scratch/older" && find "$scratch/older" -exec touch -d 1990-01-01 {} + &&
        "$TAQRIR" build "$scratch/older" -o "$scratch/again"
}

sleep 1.1 # the clock has gone on
expect_same 'a second later' "$TAQRIR" build content -o "$scratch/again"
expect_same 'in another folder' eval '(build_elsewhere)'
expect_same 'with files of another date' build_after_touching
for zone in UTC EAST-14 WEST+12; do
    expect_same "in the time zone $zone" \
        env TZ=$zone "$TAQRIR" build content -o "$scratch/again"
done
for name in C POSIX C.UTF-8; do
    expect_same "in the locale $name" \
        env LC_ALL=$name LANG=$name "$TAQRIR" build content -o "$scratch/again"
done

# Turkish has a dotted capital I; German a decimal comma; Arabic and Persian digits.
mkdir "$scratch/locales"
for name in tr_TR de_DE ar_IQ fa_IR; do
    must localedef -i $name -f UTF-8 "$scratch/locales/$name.UTF-8"
    expect_same "in the locale $name" env LOCPATH="$scratch/locales" \
        LC_ALL=$name.UTF-8 LANG=$name.UTF-8 LANGUAGE=$name \
        "$TAQRIR" build content -o "$scratch/again"
done
expect_same 'for another user with an empty environment' \
    env -i USER=someone LOGNAME=someone HOME=/nonexistent SOURCE_DATE_EPOCH=1 \
    ${ASAN_OPTIONS+ASAN_OPTIONS="$ASAN_OPTIONS"} \
    "$TAQRIR" build content -o "$scratch/again"

# Another compiler: nothing undefined, no rounding of its own.
if [ -n "${OTHER-}" ]; then
    expect_same 'by a program of another compiler' "$OTHER" build content -o "$scratch/again"
fi
