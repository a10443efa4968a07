/* SPDX-License-Identifier: MIT */
/* The only includer of libHaru.

   libHaru keeps the document, the page tree, the cross-reference table and the
   objects, and writes them; what stands in the objects comes from the rest of the
   folder as bytes. Below its documented functions libHaru exports an object layer,
   HPDF_Dict and HPDF_Stream, which is what is used here: the documented ones have no
   way in for shaped glyphs, tags or plane 1. Known faults of version 2.3.0 that this
   file is shaped by:

   - the list of objects grows by a constant: quadratic unless its step is made
     large;
   - the page tree is flat and ends at page 32,767 unless told otherwise;
   - HPDF_SaveToFile does not see a full disk: the bytes are written here instead;
   - a dictionary deletes its /Filter when the stream is not for libHaru to compress:
     an already deflated stream writes the key itself, with its other entries;
   - an error stays set and makes later calls do nothing: asked for once, at the end. */
#include "pdf/haru.h"

#include "base/buffer.h"

#include <errno.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <zlib.h>

enum { OBJECTS_PER_STEP = 1 << 20, PAGES_PER_NODE = 500, DEFLATE_LEVEL = 6 };

struct haru_object {
    HPDF_Dict dict; /* NULL when libHaru could not make it */
    struct slice entries;
};

struct haru {
    struct arena *arena;
    HPDF_Doc document;
    z_stream deflater; /* kept, since its tables are large */
    bool deflates;
    struct buffer deflated;
    uint32_t page_count;
    int minor; /* of the version of PDF */
    FILE *file; /* during the save */
    int file_failure; /* errno of the first write that failed, or 0 */
    struct HPDF_MD5Context digest; /* of the bytes written so far */
};

struct haru *haru_open(struct arena *arena) {
    struct haru *haru = arena_new(arena, struct haru);
    haru->arena = arena;
    haru->deflated.arena = arena;
    haru->minor = 7;
    haru->document = HPDF_New(/*user_error_fn*/ NULL, /*user_data*/ NULL);
    if (!haru->document)
        return NULL;
    haru->deflates = deflateInit(&haru->deflater, DEFLATE_LEVEL) == Z_OK;
    haru->document->xref->entries->items_per_block = OBJECTS_PER_STEP;
    HPDF_SetPagesConfiguration(haru->document, PAGES_PER_NODE);
    return haru;
}

void haru_close(struct haru *haru) {
    if (haru->deflates)
        deflateEnd(&haru->deflater);
    HPDF_Free(haru->document);
}

const char *haru_failure(const struct haru *haru) {
    if (!haru->deflates)
        return "deflate could not be started";
    HPDF_STATUS status = haru->document->error.error_no;
    return status == HPDF_OK ? NULL
                             : arena_printf(haru->arena, "libHaru error 0x%04lX",
                                            (unsigned long)status);
}

/* --- objects ---------------------------------------------------------------------- */

static HPDF_STATUS write_bytes(HPDF_Stream stream, struct slice bytes) {
    return bytes.length ? HPDF_Stream_Write(stream, (const HPDF_BYTE *)bytes.data,
                                            (HPDF_UINT)bytes.length)
                        : HPDF_OK;
}

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    const struct haru_object *object = dict->attr;
    return write_bytes(stream, object->entries);
}

static HPDF_STATUS write_deflated_entries(HPDF_Dict dict, HPDF_Stream stream) {
    write_bytes(stream, slice_of("/Filter /FlateDecode "));
    return write_entries(dict, stream);
}

/* An object over a dictionary of libHaru's whose `attr` is not in use. */
static struct haru_object *take_over(struct haru *haru, HPDF_Dict dict) {
    struct haru_object *object = arena_new(haru->arena, struct haru_object);
    object->dict = dict;
    if (dict) {
        dict->attr = object;
        dict->write_fn = write_entries;
    }
    return object;
}

struct haru_object *haru_dictionary(struct haru *haru) {
    HPDF_Dict dict = HPDF_Dict_New(haru->document->mmgr);
    if (dict && HPDF_Xref_Add(haru->document->xref, dict) != HPDF_OK)
        dict = NULL; /* libHaru has freed it */
    return take_over(haru, dict);
}

void haru_set_entries(struct haru_object *object, struct slice entries) {
    object->entries = entries;
}

uint32_t haru_number(const struct haru_object *object) {
    return object->dict ? object->dict->header.obj_id & 0x00FFFFFF : 0;
}

/* The deflated form of `bytes`; good until the next call. */
static struct slice deflate_bytes(struct haru *haru, struct slice bytes) {
    struct buffer *out = &haru->deflated;
    z_stream *z = &haru->deflater;
    deflateReset(z);
    size_t bound = deflateBound(z, (uLong)bytes.length);
    if (bound > out->capacity) {
        out->data = arena_regrow(out->arena, out->data, out->capacity, bound, 1);
        out->capacity = bound;
    }
    /* zlib's interface predates const */
    z->next_in = (Bytef *)(uintptr_t)bytes.data;
    z->avail_in = (uInt)bytes.length;
    z->next_out = (Bytef *)out->data;
    z->avail_out = (uInt)bound;
    deflate(z, Z_FINISH);
    return (struct slice){out->data, bound - z->avail_out};
}

static void fill_stream(struct haru *haru, HPDF_Dict dict, HPDF_Stream stream,
                        struct slice bytes) {
    if (!haru->deflates)
        return;
    dict->filter = HPDF_STREAM_FILTER_NONE;
    dict->write_fn = write_deflated_entries;
    write_bytes(stream, deflate_bytes(haru, bytes));
}

static struct haru_object *new_stream(struct haru *haru, struct slice entries) {
    HPDF_Doc document = haru->document;
    HPDF_Dict dict = HPDF_DictStream_New(document->mmgr, document->xref);
    struct haru_object *object = take_over(haru, dict);
    object->entries = entries;
    return object;
}

struct haru_object *haru_stream(struct haru *haru, struct slice entries,
                                struct slice bytes) {
    struct haru_object *object = new_stream(haru, entries);
    if (object->dict)
        fill_stream(haru, object->dict, object->dict->stream, bytes);
    return object;
}

struct haru_object *haru_stream_plain(struct haru *haru, struct slice entries,
                                      struct slice bytes) {
    struct haru_object *object = new_stream(haru, entries);
    if (object->dict)
        write_bytes(object->dict->stream, bytes);
    return object;
}

/* --- pages ------------------------------------------------------------------------ */

static void set_box(struct haru *haru, HPDF_Dict page, const char *name,
                    const length sides[4]) {
    HPDF_Array box = HPDF_Array_New(haru->document->mmgr);
    if (!box)
        return;
    for (size_t i = 0; i < 4; i++)
        HPDF_Array_AddReal(box, (HPDF_REAL)sides[i] / 1000);
    HPDF_Dict_Add(page, name, box);
}

struct haru_object *haru_page(struct haru *haru, length width, length height,
                              struct haru_object *resources) {
    struct haru_object *page = arena_new(haru->arena, struct haru_object);
    page->dict = HPDF_AddPage(haru->document);
    if (!page->dict)
        return page;
    set_box(haru, page->dict, "MediaBox", (length[]){0, 0, width, height});
    if (resources->dict)
        HPDF_Dict_Add(page->dict, "Resources", resources->dict);
    return page;
}

void haru_page_tagged(struct haru *haru, struct haru_object *page) {
    if (!page->dict)
        return;
    HPDF_Dict_AddName(page->dict, "Tabs", "S");
    HPDF_Dict_AddNumber(page->dict, "StructParents", (HPDF_INT32)haru->page_count++);
}

void haru_page_box(struct haru *haru, struct haru_object *page, const char *name,
                   struct box box, length height) {
    const length sides[] = {box.x0, haru_y(height, box.y1), box.x1,
                            haru_y(height, box.y0)};
    if (page->dict && box.x0 != box.x1)
        set_box(haru, page->dict, name, sides);
}

void haru_page_content(struct haru *haru, struct haru_object *page,
                       struct slice operators) {
    if (!page->dict)
        return;
    HPDF_PageAttr attributes = page->dict->attr;
    struct haru_object *contents = take_over(haru, attributes->contents);
    fill_stream(haru, contents->dict, attributes->stream, operators);
}

void haru_page_annotate(struct haru *haru, struct haru_object *page,
                        struct haru_object *annotation) {
    if (!page->dict || !annotation->dict)
        return;
    HPDF_Array annotations = HPDF_Dict_GetItem(page->dict, "Annots", HPDF_OCLASS_ARRAY);
    if (!annotations) {
        annotations = HPDF_Array_New(haru->document->mmgr);
        if (!annotations)
            return;
        HPDF_Dict_Add(page->dict, "Annots", annotations);
    }
    HPDF_Array_Add(annotations, annotation->dict);
}

void haru_catalog(struct haru *haru, struct slice entries) {
    take_over(haru, haru->document->catalog)->entries = entries;
}

void haru_information(struct haru *haru, struct slice entries) {
    take_over(haru, haru->document->info)->entries = entries;
}

void haru_set_version(struct haru *haru, int minor) {
    haru->minor = minor;
}

/* --- the save --------------------------------------------------------------------- */

void haru_digest(struct slice bytes, unsigned char digest[16]) {
    struct HPDF_MD5Context context;
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)bytes.data, (HPDF_UINT32)bytes.length);
    HPDF_MD5Final(digest, &context);
}

static HPDF_STATUS write_to_file(HPDF_Stream stream, const HPDF_BYTE *bytes,
                                 HPDF_UINT count) {
    struct haru *haru = stream->attr;
    HPDF_MD5Update(&haru->digest, bytes, count);
    if (fwrite(bytes, 1, count, haru->file) == count)
        return HPDF_OK;
    haru->file_failure = errno;
    return HPDF_FILE_IO_ERROR;
}

/* The trailer is written when all else has been: the digest is that of the content. */
static HPDF_STATUS write_id(HPDF_Dict trailer, HPDF_Stream stream) {
    struct haru *haru = trailer->attr;
    unsigned char digest[16];
    char id[2 * sizeof digest + 1];
    HPDF_MD5Final(digest, &haru->digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(id + 2 * i, 3, "%02X", digest[i]);
    return write_bytes(
        stream, slice_of(arena_printf(haru->arena, "/ID [<%s> <%s>]\n", id, id)));
}

static void prepare_trailer(struct haru *haru) {
    HPDF_Doc document = haru->document;
    document->trailer->attr = haru;
    document->trailer->write_fn = write_id;
    HPDF_Dict_Add(document->trailer, "Root", document->catalog);
    HPDF_Dict_Add(document->trailer, "Info", document->info);
    document->pdf_version = HPDF_VER_17;
}

bool haru_save(struct haru *haru, FILE *file) {
    HPDF_Doc document = haru->document;
    haru->file = file;
    prepare_trailer(haru);
    if (haru_failure(haru))
        return false;
    HPDF_Stream out = HPDF_CallbackWriter_New(document->mmgr, write_to_file, haru);
    if (!out)
        return false;
    HPDF_MD5Init(&haru->digest);
    HPDF_STATUS status = HPDF_Stream_WriteStr(
        out,
        arena_printf(haru->arena, "%%PDF-1.%d\n%%\xB7\xBE\xAD\xAA\n", haru->minor));
    if (status == HPDF_OK)
        status = HPDF_Xref_WriteToStream(document->xref, out, /*encryption*/ NULL);
    HPDF_Stream_Free(out);
    errno = haru->file_failure;
    return status == HPDF_OK && !haru_failure(haru);
}
