/* SPDX-License-Identifier: MIT */
/* Writes what the file says about itself: information dictionary, XMP, page labels
   and the rest of the catalog (ISO 32000-1 7.7.2, 12.2, 12.4.2, 14.3). The only date
   is that of the report. */
#include "pdf/internal.h"

#include "base/utf8.h"

static const char producer[] = "Haru Free PDF Library 2.3.0";

/* Whether a date is year, month and day, as both forms of metadata need it. */
static bool is_day(const char *date) {
    static const char form[] = "dddd-dd-dd";
    size_t i = 0;
    for (; date && form[i]; i++)
        if (form[i] == 'd' ? date[i] < '0' || date[i] > '9' : date[i] != form[i])
            return false;
    return date && !date[i];
}

static void add_text_entry(struct buffer *out, const char *key, const char *value) {
    if (!value)
        return;
    buffer_printf(out, "/%s ", key);
    syntax_text(out, slice_of(value));
    buffer_add_char(out, '\n');
}

static bool is_for_press(const struct writer *writer) {
    return world_kind(writer->world) == WORLD_INKS;
}

static void write_information(const struct writer *writer) {
    const struct pages *pages = writer->pages;
    struct buffer out = {.arena = writer->arena};
    add_text_entry(&out, "Title", pages->title);
    add_text_entry(&out, "Author", pages->author);
    buffer_add_string(&out, "/Creator (taqrir)\n");
    if (is_for_press(writer))
        press_add_information(&out, pages);
    else if (is_day(pages->date))
        buffer_printf(&out, "/CreationDate (D:%.4s%.2s%.2s)\n", pages->date,
                      pages->date + 5, pages->date + 8);
    haru_information(writer->haru, buffer_slice(&out));
}

/* --- XMP -------------------------------------------------------------------------- */

/* Text of an XML element; controls, which XML cannot hold, are left out. */
static void add_xml(struct buffer *out, const char *text) {
    struct slice slice = slice_of(text);
    for (size_t i = 0; i < slice.length;) {
        uint32_t c = utf8_decode(slice, i, &i);
        if (c == '&')
            buffer_add_string(out, "&amp;");
        else if (c == '<')
            buffer_add_string(out, "&lt;");
        else if (c == '>')
            buffer_add_string(out, "&gt;");
        else if (c == '"')
            buffer_add_string(out, "&quot;");
        else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
            buffer_add_code_point(out, c);
    }
}

static void add_title(struct buffer *out, const struct pages *pages) {
    if (!pages->title)
        return;
    buffer_add_string(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    add_xml(out, pages->title);
    buffer_add_string(out, "</rdf:li>");
    if (pages->language) {
        buffer_add_string(out, "<rdf:li xml:lang=\"");
        add_xml(out, pages->language);
        buffer_add_string(out, "\">");
        add_xml(out, pages->title);
        buffer_add_string(out, "</rdf:li>");
    }
    buffer_add_string(out, "</rdf:Alt></dc:title>\n");
}

static void add_list(struct buffer *out, const char *property, const char *kind,
                     const char *value) {
    if (!value)
        return;
    buffer_printf(out, "<dc:%s><rdf:%s><rdf:li>", property, kind);
    add_xml(out, value);
    buffer_printf(out, "</rdf:li></rdf:%s></dc:%s>\n", kind, property);
}

static struct haru_object *write_xmp(const struct writer *writer) {
    const struct pages *pages = writer->pages;
    struct buffer out = {.arena = writer->arena};
    buffer_add_string(
        &out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/"
              "22-rdf-syntax-ns#\">\n"
              "<rdf:Description rdf:about=\"\"\n"
              " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
              " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
              " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"");
    if (is_for_press(writer))
        buffer_add_string(&out, "\n xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                                "\n xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"");
    buffer_add_string(&out, ">\n<dc:format>application/pdf</dc:format>\n");
    add_title(&out, pages);
    add_list(&out, "creator", "Seq", pages->author);
    add_list(&out, "language", "Bag", pages->language);
    if (is_day(pages->date))
        add_list(&out, "date", "Seq", pages->date);
    if (is_for_press(writer)) {
        press_add_xmp(&out, pages);
    } else if (is_day(pages->date)) {
        buffer_printf(&out, "<xmp:CreateDate>%s</xmp:CreateDate>\n", pages->date);
    }
    buffer_printf(&out,
                  "<xmp:CreatorTool>taqrir</xmp:CreatorTool>\n"
                  "<pdf:Producer>%s</pdf:Producer>\n"
                  "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
                  "<?xpacket end=\"r\"?>\n",
                  producer);
    return haru_stream_plain(writer->haru, slice_of("/Type /Metadata /Subtype /XML\n"),
                             buffer_slice(&out));
}

/* --- page labels ------------------------------------------------------------------ */

/* The value of a folio in European digits; 0 for any other. */
static uint32_t decimal_folio(const char *label) {
    uint32_t value = 0;
    if (!label || *label < '1' || *label > '9')
        return 0;
    for (; *label; label++) {
        if (*label < '0' || *label > '9' || value > 9999999)
            return 0;
        value = value * 10 + (uint32_t)(*label - '0');
    }
    return value;
}

/* PDF can count in European and Roman digits only; a folio in others is a prefix,
   one range a page. */
static void add_page_labels(struct buffer *out, const struct pages *pages) {
    uint32_t expected = 0;
    buffer_add_string(out, "/PageLabels <</Nums [\n");
    for (size_t i = 0; i < pages->count; i++) {
        const char *label = pages->pages[i].label;
        uint32_t value = decimal_folio(label);
        if (value && value == expected) {
            expected++;
            continue;
        }
        expected = value ? value + 1 : 0;
        buffer_printf(out, "%zu <<", i);
        if (value) {
            buffer_printf(out, "/S /D /St %u", (unsigned)value);
        } else if (label) {
            buffer_add_string(out, "/P ");
            syntax_text(out, slice_of(label));
        }
        buffer_add_string(out, ">>\n");
    }
    buffer_add_string(out, "]>>\n");
}

/* --- the catalog ------------------------------------------------------------------ */

/* Whether the whole file reads from the right. Where it also has pages that do not,
   nothing is said: pdfium would turn the words of every line of them around. */
static bool is_right_to_left(const struct pages *pages) {
    for (size_t i = 0; i < pages->count; i++)
        if (pages->pages[i].direction != DIRECTION_RTL)
            return false;
    return pages->direction == DIRECTION_RTL;
}

/* How a printer that is not told otherwise prints sheets that are meant for it: in their
   own size (12.2). */
static void add_printing(struct buffer *out, const struct sheets *sheets) {
    static const char *const duplexes[] = {
        [DUPLEX_UNSAID] = "",
        [DUPLEX_NONE] = " /Duplex /Simplex",
        [DUPLEX_LONG] = " /Duplex /DuplexFlipLongEdge",
        [DUPLEX_SHORT] = " /Duplex /DuplexFlipShortEdge",
    };
    if (!sheets->plain)
        buffer_add_string(out, " /PrintScaling /None");
    buffer_add_string(out, duplexes[sheets->duplex]);
}

void metadata_write(struct writer *writer, const struct haru_object *outline,
                    const struct haru_object *structure) {
    const struct sheets *sheets = writer->sheets;
    const struct pages *pages = sheets->pages;
    struct buffer out = {.arena = writer->arena};
    write_information(writer);
    buffer_add_string(&out, "/Metadata ");
    syntax_reference(&out, write_xmp(writer));
    buffer_add_char(&out, '\n');
    if (is_for_press(writer))
        press_add_intent(writer, &out);
    add_text_entry(&out, "Lang", pages->language);
    buffer_printf(&out, "/ViewerPreferences <</DisplayDocTitle true /Direction /%s",
                  is_right_to_left(pages) ? "R2L" : "L2R");
    add_printing(&out, sheets);
    buffer_add_string(&out, ">>\n");
    if (sheets->plain)
        add_page_labels(&out, pages);
    if (outline) {
        buffer_add_string(&out, "/Outlines ");
        syntax_reference(&out, outline);
        buffer_add_string(&out, " /PageMode /UseOutlines\n");
    }
    if (structure) {
        buffer_add_string(&out, "/MarkInfo <</Marked true>> /StructTreeRoot ");
        syntax_reference(&out, structure);
        buffer_add_char(&out, '\n');
    }
    haru_catalog(writer->haru, buffer_slice(&out));
}
