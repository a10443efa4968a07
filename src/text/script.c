/* SPDX-License-Identifier: MIT */
/* Script runs (UAX #24) of a paragraph, from its characters and their levels.

   Each level run is resolved by itself: a number or a bracket beside an isolated name then
   takes nothing from it, and a run cut here never crosses a cut that itemize makes for
   levels anyway. Inside a level run a character takes, in this order,
     - its own script, when it has just one and that is neither Common nor Inherited;
     - the script of the last character that had one, when its Script_Extensions allow
       that (an Arabic comma typed into English is Arabic, the space after it English);
     - for a closing bracket, the script its opening bracket took (UAX #24 5.1);
     - else it waits for the first script after it that its Script_Extensions allow.
   What still waits at the end of the level run takes the script of the paragraph's
   language, or, where its Script_Extensions do not hold that, the first script they name.
   Marks never wait: they stay with their base (UAX #24 5.2). */
#include "text/internal.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

enum {
    BRACKET_DEPTH = 64, /* open brackets remembered; deeper ones are plain characters */
    MAY_BE_COUNT = 32, /* no character has more Script_Extensions: 21 in Unicode 15 */
};

struct open_bracket {
    uint32_t closing;
    UScriptCode script; /* USCRIPT_COMMON while it waits */
};

struct resolver {
    struct arena *arena;
    struct script_run *runs;
    size_t count, capacity;
    uint32_t waiting; /* [bytes] where the waiting stretch starts */
    uint32_t waiting_like; /* a waiting character of narrow Script_Extensions, or 0 */
    UScriptCode current; /* USCRIPT_COMMON at the start of a level run */
    UScriptCode language;
    struct open_bracket open[BRACKET_DEPTH];
    size_t depth;
};

/* Scripts that UAX #24 keeps apart and OpenType does not. */
static UScriptCode shaping_script(UScriptCode script) {
    switch (script) {
    case USCRIPT_SIMPLIFIED_HAN:
    case USCRIPT_TRADITIONAL_HAN:
    case USCRIPT_JAPANESE:
        return USCRIPT_HAN;
    case USCRIPT_KOREAN:
        return USCRIPT_HANGUL;
    default:
        return script;
    }
}

static uint32_t script_tag(UScriptCode script) {
    const unsigned char *name = (const unsigned char *)uscript_getShortName(script);
    if (!name || strlen((const char *)name) != 4)
        name = (const unsigned char *)"Zyyy";
    return (uint32_t)name[0] << 24 | (uint32_t)name[1] << 16 | (uint32_t)name[2] << 8 |
           name[3];
}

/* ICU is not asked about those that nearly all texts are in: it takes as long as all else
   that is done here with a short text. */
static UScriptCode language_script(const char *language) {
    if (language && !strcmp(language, "ar"))
        return USCRIPT_ARABIC;
    if (language && !strcmp(language, "en"))
        return USCRIPT_LATIN;
    char likely[ULOC_FULLNAME_CAPACITY], name[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    uloc_addLikelySubtags(language ? language : "", likely, sizeof likely, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return USCRIPT_COMMON;
    uloc_getScript(likely, name, sizeof name, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || !*name)
        return USCRIPT_COMMON;
    int32_t script = u_getPropertyValueEnum(UCHAR_SCRIPT, name);
    return script < 0 ? USCRIPT_COMMON : shaping_script((UScriptCode)script);
}

uint32_t text_language_script(const char *language) {
    return script_tag(language_script(language));
}

/* Common or Inherited without Script_Extensions: fits every script. */
static bool fits_any(uint32_t c) {
    return uscript_hasScript((UChar32)c, USCRIPT_COMMON) ||
           uscript_hasScript((UChar32)c, USCRIPT_INHERITED);
}

/* The one script of a character, or USCRIPT_COMMON when others could hold it. */
static UScriptCode own_script(uint32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &status), may_be[MAY_BE_COUNT];
    int32_t count =
        uscript_getScriptExtensions((UChar32)c, may_be, MAY_BE_COUNT, &status);
    if (U_FAILURE(status) || script == USCRIPT_INHERITED)
        return USCRIPT_COMMON;
    return count == 1 ? may_be[0] : USCRIPT_COMMON;
}

static UScriptCode first_script(uint32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &status), may_be[MAY_BE_COUNT];
    int32_t count =
        uscript_getScriptExtensions((UChar32)c, may_be, MAY_BE_COUNT, &status);
    if (script > USCRIPT_INHERITED || U_FAILURE(status) || count < 1)
        return script;
    return may_be[0];
}

static void add_run(struct resolver *resolver, uint32_t end, UScriptCode script) {
    uint32_t tag = script_tag(script);
    struct script_run *last =
        resolver->count ? &resolver->runs[resolver->count - 1] : NULL;
    uint32_t start = last ? last->end : 0;
    if (last && (last->script == tag || start == end)) {
        last->end = end;
        return;
    }
    arena_reserve(resolver->arena, resolver->runs, resolver->count, resolver->capacity);
    resolver->runs[resolver->count++] = (struct script_run){start, end, tag};
}

static void stop_waiting(struct resolver *resolver, uint32_t end, UScriptCode script) {
    if (resolver->waiting < end)
        add_run(resolver, end, script);
    resolver->waiting = end;
    resolver->waiting_like = 0;
    for (size_t i = 0; i < resolver->depth; i++)
        if (resolver->open[i].script == USCRIPT_COMMON)
            resolver->open[i].script = script;
}

/* The script for what waits when no script after it fits. */
static UScriptCode waiting_script(const struct resolver *resolver) {
    uint32_t like = resolver->waiting_like;
    if (!like || uscript_hasScript((UChar32)like, resolver->language))
        return resolver->language;
    return first_script(like);
}

static void start_level_run(struct resolver *resolver, uint32_t offset) {
    stop_waiting(resolver, offset, waiting_script(resolver));
    resolver->current = USCRIPT_COMMON;
    resolver->depth = 0;
}

static void take_script(struct resolver *resolver, uint32_t start, uint32_t end,
                        UScriptCode script) {
    bool fits = !resolver->waiting_like ||
                uscript_hasScript((UChar32)resolver->waiting_like, script);
    stop_waiting(resolver, start, fits ? script : waiting_script(resolver));
    add_run(resolver, end, script);
    resolver->waiting = end;
    resolver->current = script;
}

static void open_bracket(struct resolver *resolver, uint32_t c) {
    if (resolver->depth == BRACKET_DEPTH)
        return;
    resolver->open[resolver->depth++] = (struct open_bracket){
        (uint32_t)u_getBidiPairedBracket((UChar32)c), resolver->current};
}

/* The script of the bracket that `c` closes; the current one when it closes none. */
static UScriptCode close_bracket(struct resolver *resolver, uint32_t c) {
    for (size_t i = resolver->depth; i-- > 0;) {
        if (resolver->open[i].closing != c)
            continue;
        resolver->depth = i;
        return resolver->open[i].script;
    }
    return resolver->current;
}

static void wait_for_script(struct resolver *resolver, uint32_t c, uint32_t start) {
    if (fits_any(c))
        return;
    if (resolver->waiting_like &&
        !uscript_hasScript((UChar32)resolver->waiting_like, first_script(c)))
        stop_waiting(resolver, start, waiting_script(resolver));
    resolver->waiting_like = c;
}

static void resolve_character(struct resolver *resolver, uint32_t c, uint32_t start,
                              uint32_t end) {
    UScriptCode script = own_script(c);
    bool any = script == USCRIPT_COMMON && fits_any(c);
    int32_t bracket =
        any ? u_getIntPropertyValue((UChar32)c, UCHAR_BIDI_PAIRED_BRACKET_TYPE) : 0;
    if (bracket == U_BPT_OPEN)
        open_bracket(resolver, c);
    if (bracket == U_BPT_CLOSE)
        resolver->current = close_bracket(resolver, c);
    if (script == USCRIPT_COMMON && resolver->current != USCRIPT_COMMON &&
        (any || uscript_hasScript((UChar32)c, resolver->current) ||
         u_getCombiningClass((UChar32)c)))
        script = resolver->current;
    if (script == USCRIPT_COMMON)
        wait_for_script(resolver, c, start);
    else
        take_script(resolver, start, end, script);
}

const struct script_run *text_scripts(struct arena *arena, struct slice text,
                                      const uint8_t *levels, const char *language,
                                      size_t *count) {
    struct resolver resolver = {
        .arena = arena,
        .current = USCRIPT_COMMON,
        .language = language_script(language),
    };
    for (size_t i = 0; i < text.length;) {
        uint32_t start = (uint32_t)i;
        if (start && levels[start] != levels[start - 1])
            start_level_run(&resolver, start);
        uint32_t c = utf8_decode(text, i, &i);
        resolve_character(&resolver, c, start, (uint32_t)i);
    }
    stop_waiting(&resolver, (uint32_t)text.length, waiting_script(&resolver));
    *count = resolver.count;
    return resolver.runs;
}
