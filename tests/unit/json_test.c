/* SPDX-License-Identifier: MIT */
/* JSON as RFC 8259 has it, and what is none: told at its place, in bounded time. */
#define _GNU_SOURCE /* open_memstream */
#include "base/buffer.h"
#include "input/input.h"
#include "unit/harness.h"

#include <stdlib.h>

static struct arena *arena;
static struct reading reading; /* of the last text */
static const struct yaml *root;

static bool read_bytes(struct slice bytes) {
    reading = (struct reading){.arena = arena, .diag = diag_new(arena)};
    struct locator *locator = locator_new(arena, "s.json", bytes);
    return json_read(&reading, locator, &root);
}

static bool read_text(const char *text) {
    return read_bytes(slice_of(text));
}

/* The first line of what was said. */
static const char *message(void) {
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    diag_print(reading.diag, stream);
    fclose(stream);
    const char *line = arena_copy(arena, text, strcspn(text, "\n"));
    free(text);
    return line;
}

static const char *first_text(const char *text) {
    bool right = read_text(text);
    return right && root->items ? root->items->text : message();
}

/* --- what is JSON ---------------------------------------------------------------------- */

static void lists_and_maps_keep_their_order_and_places(void) {
    EXPECT(read_text("[{\"id\": \"a\",\n  \"n\": [1, -0.5e+3]}, {}, []]"));
    EXPECT_INTEGER(root->kind, YAML_LIST);
    EXPECT_INTEGER(root->count, 3);
    const struct yaml *numbers = yaml_find(root->items, "n");
    EXPECT_INTEGER(numbers->kind, YAML_LIST);
    EXPECT_STRING(numbers->items->text, "1");
    EXPECT_STRING(numbers->items->next->text, "-0.5e+3");
    EXPECT_INTEGER(numbers->items->next->position.line, 2);
    EXPECT_INTEGER(numbers->items->next->position.column, 12);
    EXPECT_INTEGER(numbers->items->next->position.width, 7);
    EXPECT_INTEGER(numbers->key->position.column, 3);
}

static void escapes_stand_for_characters(void) {
    EXPECT_STRING(first_text("[\"\\u062a\\u0642 \\\"\\\\\\/\"]"), "تق \"\\/");
}

/* RFC 8259 7: a character past U+FFFF is two escapes. */
static void two_halves_are_one_character(void) {
    EXPECT_STRING(first_text("[\"\\uD834\\uDD1E\"]"), "\U0001D11E");
}

static void half_a_character_is_lost(void) {
    EXPECT_STRING(first_text("[\"\\uD834x\"]"), "\uFFFDx");
    EXPECT_STRING(first_text("[\"\\uDD1E\"]"), "\uFFFD");
    EXPECT_STRING(first_text("[\"\\uD834\\u0041\"]"), "\uFFFDA");
    EXPECT_STRING(first_text("[\"a\\u0000b\"]"), "a\uFFFDb");
}

static void lines_of_a_text_are_kept_beside_it(void) {
    EXPECT_STRING(first_text("[\" a\\n b \"]"), "a b");
    EXPECT_STRING(root->items->lines, " a\n b ");
}

static void null_is_nothing(void) {
    EXPECT(read_text("[null, \"null\", true]"));
    EXPECT(root->items->none);
    EXPECT(!root->items->next->none);
    EXPECT(!root->items->next->next->none);
}

static void a_huge_number_is_its_digits(void) {
    EXPECT_STRING(first_text("[1e999999999]"), "1e999999999");
    EXPECT_STRING(first_text("[123456789012345678901234567890]"),
                  "123456789012345678901234567890");
}

static void an_empty_file_holds_nothing(void) {
    EXPECT(read_text(" \n\t"));
    EXPECT(!root);
}

/* --- what is none ------------------------------------------------------------------------- */

static void what_is_no_json_is_told_at_its_place(void) {
    static const struct {
        const char *text, *message;
    } wrong[] = {
        {"[1,]", "s.json:1:4: error: this is not JSON: a value is missing"},
        {"[1 2]", "s.json:1:4: error: this is not JSON: a comma or ] belongs here"},
        {"[a]", "s.json:1:2: error: this is not JSON: a value is missing"},
        {"{\"a\" 1}", "s.json:1:6: error: this is not JSON: a colon belongs here"},
        {"{a: 1}", "s.json:1:2: error: this is not JSON: a text in quotation marks "
                   "belongs here"},
        {"{\"a\": 1", "s.json:1:8: error: this is not JSON: a comma or } belongs here"},
        {"[\"a", "s.json:1:4: error: this is not JSON: a text has no end"},
        {"[\"a\nb\"]", "s.json:1:4: error: this is not JSON: a text ends before the "
                       "end of its line"},
        {"[\"\\x\"]", "s.json:1:4: error: this is not JSON: no such escape"},
        {"[\"\\u12G4\"]", "s.json:1:7: error: this is not JSON: no such escape"},
        {"[01]", "s.json:1:2: error: this is not JSON: a value is missing"},
        {"[] []", "s.json:1:4: error: this is not JSON: nothing may follow the value"},
        {"[nul]", "s.json:1:2: error: this is not JSON: a value is missing"},
        {"\xEF\xBB\xBF[]", "s.json:1:1: error: this is not JSON: a value is missing"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        EXPECT(!read_text(wrong[i].text));
        EXPECT_STRING(message(), wrong[i].message);
    }
}

static void a_key_that_stands_twice_is_told_with_both_places(void) {
    EXPECT(read_text("{\"a\": 1,\n\"a\": 2}"));
    EXPECT_STRING(message(),
                  "s.json:2:1: error: a stands here again; it is already in line 1");
}

static void a_nul_is_no_space(void) {
    EXPECT(!read_bytes((struct slice){"[\0]", 3}));
    EXPECT(!read_bytes((struct slice){"[1e\0"
                                      "5]",
                                      6}));
    EXPECT(!read_bytes((struct slice){"[]\0", 3}));
}

/* Every beginning of a text, and every byte of it replaced, ends somewhere. */
static void no_damage_leads_out_of_the_text(void) {
    static const char whole[] = "[{\"a\":\"\\uD834\\uDD1E\\n\",\"b\":[-1.5e-3,null,"
                                "true,{}]},\"\xD8\xAA\"]";
    size_t length = sizeof whole - 1, read = 0;
    for (size_t i = 0; i <= length; i++) {
        char *part = malloc(i ? i : 1); /* so that a sanitizer sees its end */
        memcpy(part, whole, i);
        read += read_bytes((struct slice){part, i});
        free(part);
    }
    EXPECT_INTEGER(read, 2); /* nothing, and all of it */
    for (size_t i = 0; i < length; i++)
        for (int c = 0; c < 256; c += 3) {
            char *changed = malloc(length);
            memcpy(changed, whole, length);
            changed[i] = (char)c;
            read_bytes((struct slice){changed, length});
            free(changed);
        }
}

static void ten_thousand_brackets_are_told(void) {
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < 10000; i++)
        buffer_add_string(&text, i % 2 ? "{\"a\":" : "[");
    EXPECT(!read_bytes(buffer_slice(&text)));
    EXPECT_INTEGER(diag_count(reading.diag, DIAG_ERROR), 1);
}

static void a_million_values_are_told(void) {
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < 1000000; i++)
        buffer_add_string(&text, i ? ",[]" : "[[]");
    EXPECT(!read_bytes(buffer_slice(&text)));
    EXPECT(strstr(message(), "there is too much JSON"));
}

int main(void) {
    arena = arena_create();
    RUN(lists_and_maps_keep_their_order_and_places);
    RUN(escapes_stand_for_characters);
    RUN(two_halves_are_one_character);
    RUN(half_a_character_is_lost);
    RUN(lines_of_a_text_are_kept_beside_it);
    RUN(null_is_nothing);
    RUN(a_huge_number_is_its_digits);
    RUN(an_empty_file_holds_nothing);
    RUN(what_is_no_json_is_told_at_its_place);
    RUN(a_key_that_stands_twice_is_told_with_both_places);
    RUN(a_nul_is_no_space);
    RUN(no_damage_leads_out_of_the_text);
    RUN(ten_thousand_brackets_are_told);
    RUN(a_million_values_are_told);
    arena_destroy(arena);
    return harness_status();
}
