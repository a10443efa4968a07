/* SPDX-License-Identifier: MIT */
/* Languages in a theme: changed, added, found by their tags; mistakes told at their place.
   Runs in a folder of its own, which holds theme.yaml. */
#define _GNU_SOURCE /* mkdtemp, open_memstream */
#include "style/style.h"
#include "unit/harness.h"

#include <stdlib.h>
#include <unistd.h>

static struct arena *arena;

struct read_theme {
    const struct style *style;
    char *messages; /* to be freed */
};

static struct read_theme read_theme(const char *text) {
    struct diag *diag = diag_new(arena);
    struct read_theme theme;
    size_t size;
    FILE *file = fopen("theme.yaml", "wb");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0)
        abort();
    theme.style = style_read(arena, ".", diag);
    FILE *stream = open_memstream(&theme.messages, &size);
    diag_print(diag, stream);
    fclose(stream);
    return theme;
}

static void a_language_is_found_by_the_longest_tag(void) {
    struct read_theme theme = read_theme("languages: {ur-IN: {scale: 90 %}}\n");
    EXPECT_STRING(theme.messages, "");
    EXPECT_STRING(style_language(theme.style, "ur")->tag, "ur");
    EXPECT_STRING(style_language(theme.style, "UR-pk")->tag, "ur");
    EXPECT_STRING(style_language(theme.style, "ur-IN-x")->tag, "ur-IN");
    EXPECT(!style_language(theme.style, "urx"));
    EXPECT(!style_language(theme.style, "u"));
    EXPECT(!style_language(theme.style, "ar"));
    free(theme.messages);
}

static void what_a_language_does_not_name_stays(void) {
    struct read_theme theme = read_theme("languages:\n"
                                         "  ur: {family: none, leading: 200 %}\n"
                                         "  ckb: {justified: false}\n");
    const struct language_style *urdu = style_language(theme.style, "ur");
    const struct language_style *sorani = style_language(theme.style, "ckb");
    EXPECT_STRING(theme.messages, "");
    EXPECT(!urdu->family);
    EXPECT_INTEGER(urdu->leading, 2000);
    EXPECT_INTEGER(urdu->scale, style_language(style_default(), "ur")->scale);
    EXPECT(!sorani->family && !sorani->sans);
    EXPECT_INTEGER(sorani->scale, 0);
    EXPECT_INTEGER(sorani->leading, 0);
    EXPECT(!sorani->justified);
    EXPECT_STRING(style_language(theme.style, "he")->sans, "Noto Sans Hebrew");
    free(theme.messages);
}

static char *print(const struct style *style) {
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    style_dump(style, stream);
    fclose(stream);
    return text;
}

static void languages_are_read_as_they_were_printed(void) {
    struct read_theme theme = read_theme(
        "languages: {sd: {family: Amiri, scale: 130 %, justified: false}}\n");
    char *text = print(theme.style);
    EXPECT(strstr(text, "  sd: {family: Amiri, sans: none, scale: 130 %, leading: 0 %, "
                        "justified: false}\n") != NULL);
    free(theme.messages);
    theme = read_theme(text);
    char *again = print(theme.style);
    EXPECT_STRING(theme.messages, "");
    EXPECT_STRING(again, text);
    free(theme.messages);
    free(text);
    free(again);
}

static void expect_told(const char *text, const char *words) {
    struct read_theme theme = read_theme(text);
    if (!harness_expect(strstr(theme.messages, words) != NULL, __FILE__, __LINE__))
        printf("not told: %s; but %s\n", words, theme.messages);
    free(theme.messages);
}

static void mistakes_are_told_at_their_place(void) {
    expect_told("languages: {urdu!: {scale: 90 %}}\n",
                "theme.yaml:1:13: error: urdu! is not a language tag");
    expect_told("languages: {ur: {family: Nastaliq}}\n", "there is no font Nastaliq");
    expect_told("languages: {ur: {size: 12 pt}}\n", "there is no key size");
    expect_told("languages: {ur: {leading: 900 %}}\n", "900 % is outside");
    expect_told(
        "languages:\n  sd: {scale: 400 %, leading: 400 %}\n",
        "theme.yaml:2:31: error: languages sd leading (672 pt) is more than half "
        "of the height of the text (360.5 pt)");
    expect_told("languages: [ur]\n", "theme.yaml:1:12: error: this is a list");
    expect_told("languages: {ur: Amiri}\n", "error: this is a text");
}

int main(void) {
    char folder[] = "/tmp/languages-test-XXXXXX";
    if (!mkdtemp(folder) || chdir(folder) != 0)
        abort();
    arena = arena_create();
    RUN(a_language_is_found_by_the_longest_tag);
    RUN(what_a_language_does_not_name_stays);
    RUN(languages_are_read_as_they_were_printed);
    RUN(mistakes_are_told_at_their_place);
    arena_destroy(arena);
    unlink("theme.yaml");
    rmdir(folder);
    return harness_status();
}
