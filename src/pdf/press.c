/* SPDX-License-Identifier: MIT */
/* What makes a PDF one for a press: PDF/X-4 (ISO 15930-7), which is PDF 1.6. The inks are
   those of the profile inside the file; nothing is trapped; all dates are the report's. */
#include "pdf/internal.h"

enum { MINOR_VERSION = 6, DIGEST = 16 };

/* Both forms of metadata say the same second (ISO 15930-7 6.8). */
void press_add_information(struct buffer *out, const struct pages *pages) {
    const char *date = pages->date;
    static const char *const keys[] = {"CreationDate", "ModDate"};
    for (size_t i = 0; i < 2; i++)
        buffer_printf(out, "/%s (D:%.4s%.2s%.2s000000Z)\n", keys[i], date, date + 5,
                      date + 8);
    buffer_add_string(out, "/Trapped /False\n");
}

/* The same for every press file of a report of this title and day. */
static void add_identity(struct buffer *out, const struct pages *pages) {
    unsigned char digest[DIGEST];
    haru_digest(slice_of(arena_printf(out->arena, "%s %s", pages->title, pages->date)),
                digest);
    buffer_add_string(out, "<xmpMM:DocumentID>uuid:");
    for (size_t i = 0; i < DIGEST; i++)
        buffer_printf(out, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "",
                      digest[i]);
    buffer_add_string(out, "</xmpMM:DocumentID>\n"
                           "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
                           "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n");
}

void press_add_xmp(struct buffer *out, const struct pages *pages) {
    static const char *const dates[] = {"CreateDate", "ModifyDate", "MetadataDate"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        buffer_printf(out, "<xmp:%s>%sT00:00:00Z</xmp:%s>\n", dates[i], pages->date,
                      dates[i]);
    add_identity(out, pages);
    buffer_add_string(out,
                      "<pdf:Trapped>False</pdf:Trapped>\n"
                      "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n");
}

/* The condition of printing is no registered one: its profile says what it is (ISO 32000-1
   14.11.5). */
void press_add_intent(struct writer *writer, struct buffer *out) {
    struct haru_object *profile =
        haru_stream(writer->haru, slice_of("/N 4\n"), world_profile(writer->world));
    haru_set_version(writer->haru, MINOR_VERSION);
    buffer_add_string(out, "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFX\n"
                           "/OutputConditionIdentifier (Custom) /Info ");
    syntax_text(out, slice_of(world_profile_name(writer->world)));
    buffer_add_string(out, "\n/DestOutputProfile ");
    syntax_reference(out, profile);
    buffer_add_string(out, ">>]\n");
}
