/* SPDX-License-Identifier: MIT */
/* Embedding levels (UAX #9) of a paragraph, from its text and the controls that
   text_isolate adds to it.

   FriBidi resolves the levels (X1 to I2); what each character is comes from ICU, because
   FriBidi's own tables are those of Unicode 10 and take newer Arabic letters for Hebrew
   ones and the newest brackets for none. FriBidi counts in code points: a scratch copy of
   the paragraph holds its code points with the added controls among them, and the levels
   are copied back byte by byte, so that its indices never leave this file.

   FriBidi's time grows with the square of the isolates that stand with only neutrals
   between them: 100 s for a paragraph of 150,000. So it is never shown one that can be
   taken out: an isolate is one neutral to the text around it (UAX #9 3.1.2), and its inside
   a paragraph of its own two levels up or less. Where an isolate stays in its place because
   it is unmatched, stands inside an embedding, or could bring the depth to the limit of
   BD2, FriBidi does what it must. L1 then has to be ours, since it looks through isolates.

   U+2028 is white space to UAX #9 and does not end a paragraph: a hard break shares the
   paragraph's embeddings. Lines are the business of bidi_line.c. */
#include "text/internal.h"

#include "base/utf8.h"

#include <fribidi.h>
#include <limits.h>
#include <unicode/uchar.h>

static const FriBidiCharType fribidi_types[U_CHAR_DIRECTION_COUNT] = {
    [U_LEFT_TO_RIGHT] = FRIBIDI_TYPE_LTR,
    [U_RIGHT_TO_LEFT] = FRIBIDI_TYPE_RTL,
    [U_EUROPEAN_NUMBER] = FRIBIDI_TYPE_EN,
    [U_EUROPEAN_NUMBER_SEPARATOR] = FRIBIDI_TYPE_ES,
    [U_EUROPEAN_NUMBER_TERMINATOR] = FRIBIDI_TYPE_ET,
    [U_ARABIC_NUMBER] = FRIBIDI_TYPE_AN,
    [U_COMMON_NUMBER_SEPARATOR] = FRIBIDI_TYPE_CS,
    [U_BLOCK_SEPARATOR] = FRIBIDI_TYPE_BS,
    [U_SEGMENT_SEPARATOR] = FRIBIDI_TYPE_SS,
    [U_WHITE_SPACE_NEUTRAL] = FRIBIDI_TYPE_WS,
    [U_OTHER_NEUTRAL] = FRIBIDI_TYPE_ON,
    [U_LEFT_TO_RIGHT_EMBEDDING] = FRIBIDI_TYPE_LRE,
    [U_LEFT_TO_RIGHT_OVERRIDE] = FRIBIDI_TYPE_LRO,
    [U_RIGHT_TO_LEFT_ARABIC] = FRIBIDI_TYPE_AL,
    [U_RIGHT_TO_LEFT_EMBEDDING] = FRIBIDI_TYPE_RLE,
    [U_RIGHT_TO_LEFT_OVERRIDE] = FRIBIDI_TYPE_RLO,
    [U_POP_DIRECTIONAL_FORMAT] = FRIBIDI_TYPE_PDF,
    [U_DIR_NON_SPACING_MARK] = FRIBIDI_TYPE_NSM,
    [U_BOUNDARY_NEUTRAL] = FRIBIDI_TYPE_BN,
    [U_FIRST_STRONG_ISOLATE] = FRIBIDI_TYPE_FSI,
    [U_LEFT_TO_RIGHT_ISOLATE] = FRIBIDI_TYPE_LRI,
    [U_RIGHT_TO_LEFT_ISOLATE] = FRIBIDI_TYPE_RLI,
    [U_POP_DIRECTIONAL_ISOLATE] = FRIBIDI_TYPE_PDI,
};

_Static_assert(U_CHAR_DIRECTION_COUNT == 23, "a FriBidi type for every bidi class");

/* The paragraph, by characters. */
struct characters {
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    uint32_t
        *offsets; /* [bytes] of the text's characters; UINT32_MAX: an added control */
    uint32_t *matches; /* of an isolate initiator, where its PDI is; 0: nowhere */
    size_t count;
    size_t closing; /* types after those of the characters; see close_part */
};

static FriBidiCharType character_type(uint32_t c) {
    return fribidi_types[u_charDirection((UChar32)c)];
}

/* BD16 compares brackets up to canonical equivalence. */
static uint32_t canonical_bracket(uint32_t c) {
    return c == 0x2329 ? 0x3008 : c == 0x232A ? 0x3009 : c;
}

/* Both brackets of a pair are named by the opening one. */
static FriBidiBracketType bracket_type(uint32_t c) {
    c = canonical_bracket(c);
    switch (u_getIntPropertyValue((UChar32)c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN:
        return c | FRIBIDI_BRACKET_OPEN_MASK;
    case U_BPT_CLOSE:
        return (FriBidiBracketType)u_getBidiPairedBracket((UChar32)c);
    default:
        return FRIBIDI_NO_BRACKET;
    }
}

static void add_character(struct characters *characters, uint32_t c, uint32_t offset) {
    size_t i = characters->count++;
    characters->types[i] = character_type(c);
    if (characters->types[i] == FRIBIDI_TYPE_ON)
        characters->brackets[i] = bracket_type(c);
    characters->offsets[i] = offset;
}

static struct characters collect_characters(struct arena *arena, struct slice text,
                                            struct controls controls) {
    size_t room = utf8_count(text) + controls.count;
    struct characters characters = {
        .types = arena_array(arena, FriBidiCharType, room),
        .brackets = arena_array(arena, FriBidiBracketType, room),
        .levels = arena_array(arena, FriBidiLevel, room),
        .offsets = arena_array(arena, uint32_t, room),
        .matches = arena_array(arena, uint32_t, room),
    };
    size_t next_control = 0;
    for (size_t i = 0; i <= text.length;) {
        for (;
             next_control < controls.count && controls.items[next_control].offset <= i;
             next_control++)
            add_character(&characters, controls.items[next_control].code_point,
                          UINT32_MAX);
        if (i == text.length)
            break;
        uint32_t offset = (uint32_t)i;
        add_character(&characters, utf8_decode(text, i, &i), offset);
    }
    return characters;
}

/* --- isolates ------------------------------------------------------------------------ */

/* With fewer initiators open at a time no level comes near to the limit of 125. */
enum { DEEPEST_TAKEN_OUT = 60 };

struct open_isolate {
    size_t initiator;
    size_t embeddings; /* open before it, in the isolate around it */
};

static bool starts_isolate(FriBidiCharType type) {
    return FRIBIDI_IS_ISOLATE(type) && type != FRIBIDI_TYPE_PDI;
}

static bool starts_embedding(FriBidiCharType type) {
    return FRIBIDI_IS_EXPLICIT(type) && type != FRIBIDI_TYPE_PDF;
}

/* BD9. Gives how many initiators of either kind are open at the deepest place. */
static size_t match_isolates(struct arena *arena, struct characters *characters) {
    struct open_isolate *open = NULL;
    size_t depth = 0, capacity = 0, embeddings = 0, deepest = 0;
    for (size_t i = 0; i < characters->count; i++) {
        FriBidiCharType type = characters->types[i];
        if (starts_isolate(type)) {
            arena_reserve(arena, open, depth, capacity);
            open[depth++] = (struct open_isolate){i, embeddings};
        } else if (type == FRIBIDI_TYPE_PDI && depth) {
            characters->matches[open[--depth].initiator] = (uint32_t)i;
            embeddings = open[depth].embeddings;
        } else if (starts_embedding(type)) {
            embeddings++;
        } else if (type == FRIBIDI_TYPE_PDF) {
            embeddings -= embeddings > (depth ? open[depth - 1].embeddings : 0);
        } else if (type == FRIBIDI_TYPE_BS) {
            depth = embeddings = 0;
        }
        deepest = depth + embeddings > deepest ? depth + embeddings : deepest;
    }
    return deepest;
}

/* P2 and P3 for what follows an FSI. */
static bool is_right_to_left_inside(const struct characters *all, size_t initiator) {
    size_t end = all->matches[initiator] ? all->matches[initiator] : all->count;
    for (size_t i = initiator + 1; i < end; i++) {
        if (FRIBIDI_IS_LETTER(all->types[i]))
            return FRIBIDI_IS_RTL(all->types[i]);
        if (starts_isolate(all->types[i])) {
            if (!all->matches[i])
                return false;
            i = all->matches[i];
        }
    }
    return false;
}

/* X5c: FriBidi 1.0.8 looks past the end of some. */
static void decide_first_strong_isolates(struct characters *all) {
    for (size_t i = 0; i < all->count; i++)
        if (all->types[i] == FRIBIDI_TYPE_FSI)
            all->types[i] =
                is_right_to_left_inside(all, i) ? FRIBIDI_TYPE_RLI : FRIBIDI_TYPE_LRI;
}

/* The paragraph or the inside of an isolate. */
struct stretch {
    size_t start, end; /* [characters] */
    FriBidiLevel level;
};

struct resolver {
    struct arena *arena;
    struct characters all;
    struct characters part; /* of one stretch; offsets are indices into `all` */
    bool take_out;
    struct stretch *stretches; /* those from `next` on are still to be done */
    size_t count, capacity, next;
};

static void add_stretch(struct resolver *resolver, struct stretch stretch) {
    arena_reserve(resolver->arena, resolver->stretches, resolver->count,
                  resolver->capacity);
    resolver->stretches[resolver->count++] = stretch;
}

/* X5a, X5b; but see bidi_resolve for added isolates. */
static FriBidiLevel isolate_level(FriBidiCharType type, FriBidiLevel around,
                                  bool added) {
    if (added && (around & 1) == (type == FRIBIDI_TYPE_RLI))
        return around;
    FriBidiLevel next = (FriBidiLevel)(around + 1);
    return (next & 1) == (type == FRIBIDI_TYPE_RLI) ? next : (FriBidiLevel)(next + 1);
}

/* A neutral at the level of the isolate, so that FriBidi's L1 finds no line ending there:
   the white space at the end of an isolate is not that of the paragraph. */
static void close_part(struct characters *part, size_t embeddings) {
    while (embeddings-- > 0)
        part->types[part->count + part->closing++] = FRIBIDI_TYPE_PDF;
    part->types[part->count + part->closing++] = FRIBIDI_TYPE_ON;
    memset(part->brackets + part->count, 0, part->closing * sizeof *part->brackets);
}

/* The stretch with a neutral for each isolate taken out. */
static void collect_part(struct resolver *resolver, struct stretch stretch) {
    const struct characters *all = &resolver->all;
    struct characters *part = &resolver->part;
    size_t embeddings = 0;
    bool may_take_out = resolver->take_out;
    part->count = part->closing = 0;
    for (size_t i = stretch.start; i < stretch.end; i++) {
        size_t k = part->count++, match = all->matches[i];
        part->types[k] = all->types[i];
        part->brackets[k] = all->brackets[i];
        part->offsets[k] = (uint32_t)i;
        embeddings += starts_embedding(all->types[i]);
        embeddings -= embeddings && all->types[i] == FRIBIDI_TYPE_PDF;
        if (!match && starts_isolate(all->types[i]))
            may_take_out = false;
        if (!match || embeddings || !may_take_out)
            continue;
        part->types[k] = FRIBIDI_TYPE_ON;
        part->brackets[k] = FRIBIDI_NO_BRACKET;
        add_stretch(resolver,
                    (struct stretch){i + 1, match,
                                     isolate_level(all->types[i], stretch.level,
                                                   all->offsets[i] == UINT32_MAX)});
        i = match;
    }
    if (stretch.start)
        close_part(part, embeddings);
}

static void resolve_part(struct resolver *resolver) {
    struct stretch stretch = resolver->stretches[resolver->next++];
    collect_part(resolver, stretch);
    struct characters *part = &resolver->part;
    if (!part->count)
        return;
    FriBidiLevel above = (FriBidiLevel)(stretch.level & ~1), highest = 0;
    FriBidiParType direction = stretch.level & 1 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    size_t types = part->count + part->closing;
    if (types <= INT_MAX)
        highest = fribidi_get_par_embedding_levels_ex(part->types, part->brackets,
                                                      (FriBidiStrIndex)types,
                                                      &direction, part->levels);
    if (!highest) /* FriBidi's own allocation failed: the arena's handler says so */
        arena_take(resolver->arena, SIZE_MAX, 2);
    for (size_t k = 0; k < part->count; k++) {
        size_t i = part->offsets[k];
        FriBidiLevel level = (FriBidiLevel)(part->levels[k] + above);
        resolver->all.levels[i] = level;
        resolver->all.levels[resolver->all.matches[i] ? resolver->all.matches[i] : i] =
            level;
    }
}

/* L1 for the whole paragraph. */
static void reset_white_space(const struct characters *all, FriBidiLevel paragraph) {
    bool before_end = true;
    for (size_t i = all->count; i-- > 0;) {
        FriBidiCharType type = all->types[i];
        if (FRIBIDI_IS_SEPARATOR(type))
            before_end = true;
        else if (!FRIBIDI_IS_EXPLICIT_OR_BN_OR_WS(type) && !FRIBIDI_IS_ISOLATE(type))
            before_end = false;
        if (before_end)
            all->levels[i] = paragraph;
    }
}

/* From the end, so that the controls before a character are met after it. */
static void copy_levels(const struct characters *characters, size_t text_end,
                        struct bidi *bidi) {
    size_t end = text_end;
    memset(bidi->seams, TEXT_NO_SEAM, text_end + 1);
    for (size_t i = characters->count; i-- > 0;) {
        uint8_t level = (uint8_t)characters->levels[i];
        if (characters->offsets[i] == UINT32_MAX) {
            bidi->seams[end] = level < bidi->seams[end] ? level : bidi->seams[end];
            continue;
        }
        memset(bidi->levels + characters->offsets[i], level,
               end - characters->offsets[i]);
        end = characters->offsets[i];
    }
}

struct bidi bidi_resolve(struct arena *arena, struct slice text,
                         struct controls controls, enum direction direction) {
    struct bidi bidi = {arena_array(arena, uint8_t, text.length + 1),
                        arena_array(arena, uint8_t, text.length + 1)};
    struct resolver resolver = {.arena = arena};
    resolver.all = collect_characters(arena, text, controls);
    size_t count = resolver.all.count;
    size_t room = count + DEEPEST_TAKEN_OUT + 1;
    FriBidiLevel paragraph = direction == DIRECTION_RTL;
    resolver.part.types = arena_array(arena, FriBidiCharType, room);
    resolver.part.brackets = arena_array(arena, FriBidiBracketType, room);
    resolver.part.levels = arena_array(arena, FriBidiLevel, room);
    resolver.part.offsets = arena_array(arena, uint32_t, room);
    resolver.take_out = match_isolates(arena, &resolver.all) <= DEEPEST_TAKEN_OUT;
    decide_first_strong_isolates(&resolver.all);
    add_stretch(&resolver, (struct stretch){0, count, paragraph});
    while (resolver.next < resolver.count)
        resolve_part(&resolver);
    reset_white_space(&resolver.all, paragraph);
    copy_levels(&resolver.all, text.length, &bidi);
    return bidi;
}
