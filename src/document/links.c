/* SPDX-License-Identifier: MIT */
/* Decides what a link may point to: a heading of the report, the web, an e-mail address, a
   telephone number; nothing that runs or that reaches into the reader's machine. */
#include "document/internal.h"

#include "base/buffer.h"

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* RFC 3986 3.1; 0 if the target has no scheme. */
static size_t scheme_length(const char *url) {
    size_t length = 0;
    if (!is_letter(url[0]))
        return 0;
    while (is_letter(url[length]) ||
           (url[length] && strchr("0123456789+-.", url[length])))
        length++;
    return url[length] == ':' ? length : 0;
}

bool link_has_scheme(const char *url) {
    return scheme_length(url) > 0 || !strncmp(url, "//", 2);
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

char *link_decode(struct arena *arena, struct slice text) {
    char *decoded = arena_copy(arena, text.data, text.length);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        bool room = c == '%' && i + 2 < text.length;
        int high = room ? hex_digit(text.data[i + 1]) : -1;
        int low = room ? hex_digit(text.data[i + 2]) : -1;
        if (high >= 0 && low >= 0 && (high || low)) {
            c = (char)(high << 4 | low);
            i += 2;
        }
        decoded[length++] = c;
    }
    decoded[length] = '\0';
    return decoded;
}

static char *lower_copy(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_copy(arena, text, length);
    for (size_t i = 0; i < length; i++)
        if (copy[i] >= 'A' && copy[i] <= 'Z')
            copy[i] = (char)(copy[i] + ('a' - 'A'));
    return copy;
}

static bool is_allowed(const char *scheme) {
    static const char *const allowed[] = {"http", "https", "mailto", "tel"};
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (!strcmp(scheme, allowed[i]))
            return true;
    return false;
}

/* The end of "http://[2001:db8::1]"; 0 if the host is none of this kind. */
static size_t bracket_end(const char *url, size_t scheme) {
    size_t start = scheme + 1;
    if (strncmp(url + start, "//[", 3) != 0)
        return 0;
    size_t end = start + 3 + strcspn(url + start + 3, "]/?#");
    return url[end] == ']' ? end + 1 : 0;
}

/* A URI is ASCII: every other byte is written as "%D8" (RFC 3987 3.1). Brackets stand only
   around the number of a host (RFC 3986 3.2.2). */
static const char *encode_percent(struct arena *arena, const char *url, size_t scheme) {
    size_t host = bracket_end(url, scheme);
    struct buffer uri = {.arena = arena};
    for (const char *byte = url; *byte; byte++) {
        unsigned char c = (unsigned char)*byte;
        bool is_bracket = byte >= url + host && (c == '[' || c == ']');
        if (c <= 0x20 || c >= 0x7F || is_bracket || strchr("\"<>\\^`{|}", c))
            buffer_printf(&uri, "%%%02X", c);
        else
            buffer_add_char(&uri, (char)c);
    }
    buffer_add_char(&uri, '\0');
    return uri.data;
}

static const char *refuse(struct markdown *markdown, enum diag_id id,
                          struct position position, const char *a) {
    diag_add(markdown->reading->diag, id, position, a, NULL);
    return NULL;
}

const char *link_target(struct markdown *markdown, const char *url,
                        struct position position) {
    struct arena *arena = markdown->reading->arena;
    if (url[0] == '#' && url[1])
        return ids_link(markdown->ids, slice_of(url + 1), position);
    if (!*url || *url == '#')
        return refuse(markdown, DIAG_LINK_EMPTY, position, NULL);
    size_t length = scheme_length(url);
    if (!length)
        return refuse(markdown, DIAG_LINK_RELATIVE, position, url);
    const char *scheme = lower_copy(arena, url, length);
    if (!is_allowed(scheme))
        return refuse(markdown, DIAG_LINK_SCHEME, position, scheme);
    if (!url[length + 1])
        return refuse(markdown, DIAG_LINK_EMPTY, position, NULL);
    return encode_percent(arena, url, length);
}
