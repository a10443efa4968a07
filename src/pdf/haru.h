/* SPDX-License-Identifier: MIT */
/* A thin layer over libHaru: the document's life, indirect objects, pages, the save.

   An object is a dictionary, with or without a stream. Its entries are given as the
   bytes that stand between << and >>, so nothing of libHaru's object model (its
   limits of 32,767 elements, its float reals) is met above this file. Failures are
   remembered and asked for once, by haru_failure. */
#ifndef PDF_HARU_H
#define PDF_HARU_H

#include "base/arena.h"
#include "base/slice.h"
#include "base/units.h"

#include <stdint.h>
#include <stdio.h>

struct haru;
struct haru_object;

/* An empty document; NULL when libHaru cannot make one. */
struct haru *haru_open(struct arena *arena);
void haru_close(struct haru *haru);

/* What went wrong first, in words; NULL if nothing. */
const char *haru_failure(const struct haru *haru);

/* A new indirect dictionary. Its entries, empty until set, must live until the save. */
struct haru_object *haru_dictionary(struct haru *haru);
void haru_set_entries(struct haru_object *object, struct slice entries);

/* A new indirect stream of `bytes`, deflated; `entries` stand beside its /Length and
   /Filter and must live until the save. */
struct haru_object *haru_stream(struct haru *haru, struct slice entries,
                                struct slice bytes);

/* The same, not deflated: metadata that other programs look for in the file. */
struct haru_object *haru_stream_plain(struct haru *haru, struct slice entries,
                                      struct slice bytes);

/* The number in "12 0 R". */
uint32_t haru_number(const struct haru_object *object);

/* A page at the end of the document. */
struct haru_object *haru_page(struct haru *haru, length width, length height,
                              struct haru_object *resources);

/* One whose content is tagged. It is its own key in the parent tree: such pages have
   /StructParents 0, 1, 2 ... in the order of the calls. */
void haru_page_tagged(struct haru *haru, struct haru_object *page);

/* A box of the page, "TrimBox", y of a page of this height; none if it is empty. */
void haru_page_box(struct haru *haru, struct haru_object *page, const char *name,
                   struct box box, length height);

void haru_page_content(struct haru *haru, struct haru_object *page,
                       struct slice operators);
void haru_page_annotate(struct haru *haru, struct haru_object *page,
                        struct haru_object *annotation);

/* Entries added to the catalog and to the information dictionary. */
void haru_catalog(struct haru *haru, struct slice entries);
void haru_information(struct haru *haru, struct slice entries);

/* Where a y of the pages, which grows down, stands on a page of this height. */
static inline length haru_y(length height, length y) {
    return height - y;
}

/* The file will say that it is PDF 1.`minor`; else 1.7. */
void haru_set_version(struct haru *haru, int minor);

/* A short name for some bytes: the same for the same bytes, else another. */
void haru_digest(struct slice bytes, unsigned char digest[16]);

/* Writes the document, its /ID made from all that was written before it. False when the
   stream or libHaru failed; errno tells the first, haru_failure the second. */
bool haru_save(struct haru *haru, FILE *file);

#endif
