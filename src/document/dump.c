/* SPDX-License-Identifier: MIT */
/* Prints a document as text: a node a line, two spaces for each level. */
#include "document/internal.h"

#include "base/utf8.h"

struct dump {
    FILE *stream;
    int indent;
};

/* Characters that a terminal or an editor would not show, or would obey. */
static bool is_hidden(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x061C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == '"' || c == '\\';
}

static void print_quoted(struct dump *dump, struct slice text) {
    fputc('"', dump->stream);
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        if (is_hidden(c))
            fprintf(dump->stream, "\\u{%04lX}", (unsigned long)c);
        else
            fwrite(text.data + i, 1, next - i, dump->stream);
    }
    fputc('"', dump->stream);
}

static void print_string(struct dump *dump, const char *string) {
    print_quoted(dump, slice_of(string ? string : ""));
}

static void begin_line(struct dump *dump, const char *word) {
    fprintf(dump->stream, "%*s%s", dump->indent * 2, "", word);
}

static const char *direction_name(enum direction direction) {
    return direction == DIRECTION_RTL ? "rtl" : "ltr";
}

/* --- the report -------------------------------------------------------------------- */

static void dump_localised(struct dump *dump, const char *name,
                           struct localised_list list) {
    for (size_t i = 0; i < list.count; i++) {
        begin_line(dump, name);
        fprintf(dump->stream, " %s ", list.items[i].language);
        print_string(dump, list.items[i].text);
        fputc('\n', dump->stream);
    }
}

static void dump_language(struct dump *dump, const struct language *language) {
    static const char *const digits[] = {"european", "arabic-indic", "persian"};
    begin_line(dump, "language");
    fprintf(dump->stream, " %s %s %s\n", language->tag,
            direction_name(language->direction), digits[language->digits]);
}

static void dump_press(struct dump *dump, const struct press *press) {
    begin_line(dump, "press bleed ");
    fprintf(dump->stream, "%d%s%s%s%s", (int)press->bleed, press->crop ? " crop" : "",
            press->registration ? " registration" : "",
            press->colour_bar ? " colour-bar" : "", press->slug ? " slug" : "");
    for (size_t i = 0; i < press->fold_count; i++)
        fprintf(dump->stream, " fold %d", (int)press->folds[i]);
    fputc('\n', dump->stream);
}

static void dump_selection(struct dump *dump, const struct document *document,
                           const struct edition *edition) {
    for (size_t i = 0; edition->sections && i < document->section_count; i++)
        if (edition->sections[i] &&
            document->sections[i].language == document->languages)
            fprintf(dump->stream, " +%s", document->sections[i].key);
}

static void dump_edition(struct dump *dump, const struct document *document,
                         const struct edition *edition) {
    begin_line(dump, "edition ");
    print_string(dump, edition->name);
    for (size_t i = 0; i < edition->language_count; i++)
        fprintf(dump->stream, " %s", edition->languages[i]->tag);
    dump_selection(dump, document, edition);
    if (edition->kind != EDITION_REPORT)
        fprintf(dump->stream, " kind=%s", edition_kind_name(edition->kind));
    if (edition->large_print)
        fprintf(dump->stream, " large-print");
    if (edition->one_colour)
        fprintf(dump->stream, " one-colour");
    if (edition->resolution != RESOLUTION)
        fprintf(dump->stream, " resolution=%u", (unsigned)edition->resolution);
    if (edition->parallel)
        fputs(" parallel", dump->stream);
    fputc('\n', dump->stream);
    dump->indent++;
    dump_localised(dump, "stamp", edition->stamp);
    if (edition->press)
        dump_press(dump, edition->press);
    dump->indent--;
}

static void dump_head(struct dump *dump, const struct document *document) {
    begin_line(dump, document->lone ? "document lone" : "document");
    if (document->date)
        fprintf(dump->stream, " date=%s", document->date);
    fputc('\n', dump->stream);
    dump_localised(dump, "title", document->title);
    dump_localised(dump, "short-title", document->short_title);
    dump_localised(dump, "publisher", document->publisher);
    dump_localised(dump, "campaign", document->campaign);
    dump_localised(dump, "edition-line", document->edition_line);
    dump_localised(dump, "edition-number", document->edition_number);
    dump_localised(dump, "notice", document->notice);
    dump_localised(dump, "prevails", document->prevails);
    for (size_t i = 0; i < document->language_count; i++)
        dump_language(dump, &document->languages[i]);
    for (size_t i = 0; i < document->edition_count; i++)
        if (!document->editions[i].unlisted)
            dump_edition(dump, document, &document->editions[i]);
}

/* --- blocks ------------------------------------------------------------------------ */

static void dump_blocks(struct dump *dump, const struct block *blocks);

/* The blocks of a note stand below its first mark. */
static void dump_span(struct dump *dump, const struct paragraph *paragraph,
                      const struct span *span) {
    static const char *const names[] = {"emphasis", "strong", "strike", "code",
                                        "link",     "note",   "unit"};
    _Static_assert(sizeof names / sizeof *names == SPAN_KINDS, "a name for each kind");
    begin_line(dump, names[span->kind]);
    fprintf(dump->stream, " %u..%u ", (unsigned)span->start, (unsigned)span->end);
    if (span->kind == SPAN_LINK)
        fprintf(dump->stream, "<%s> ", span->target);
    print_quoted(dump, slice_sub(paragraph->text, span->start, span->end));
    if (span->title) {
        fputs(" title=", dump->stream);
        print_string(dump, span->title);
    }
    if (span->note)
        fprintf(dump->stream, " note=%u", (unsigned)span->note->number);
    fputc('\n', dump->stream);
    if (span->note && !span->repeated)
        dump_blocks(dump, span->note->blocks);
}

static void dump_paragraph(struct dump *dump, const struct paragraph *paragraph) {
    fprintf(dump->stream, " %s %s %s", paragraph->language,
            direction_name(paragraph->direction), paragraph->ragged ? "ragged " : "");
    print_quoted(dump, paragraph->text);
    fputc('\n', dump->stream);
    dump->indent++;
    for (size_t i = 0; i < paragraph->span_count; i++)
        dump_span(dump, paragraph, &paragraph->spans[i]);
    dump->indent--;
}

/* --- tables and figures ------------------------------------------------------------------------- */

static void dump_caption(struct dump *dump, const struct caption *caption) {
    if (caption->text.text.length) {
        begin_line(dump, "caption ");
        print_string(dump, caption->label);
        dump_paragraph(dump, &caption->text);
    }
    if (caption->source.text.length) {
        begin_line(dump, "source");
        dump_paragraph(dump, &caption->source);
    }
}

static void dump_row(struct dump *dump, const struct table *table, size_t row) {
    bool total = table->has_total && row + 1 == table->row_count;
    begin_line(dump, row < table->header_rows ? "header" : total ? "total" : "row");
    fputs(row && row == table->marked_row ? " marked\n" : "\n", dump->stream);
    dump->indent++;
    for (size_t i = 0; i < table->column_count; i++) {
        begin_line(dump, "cell");
        dump_paragraph(dump, &table->cells[row * table->column_count + i]);
    }
    dump->indent--;
}

static void dump_table(struct dump *dump, const struct table *table) {
    static const char *const aligns[] = {"start", "centre", "end", "number"};
    dump->indent++;
    dump_caption(dump, &table->caption);
    begin_line(dump, "columns");
    for (size_t i = 0; i < table->column_count; i++)
        fprintf(dump->stream, " %s", aligns[table->columns[i]]);
    fputc('\n', dump->stream);
    for (size_t i = 0; i < table->row_count; i++)
        dump_row(dump, table, i);
    dump->indent--;
}

static void dump_chart_row(struct dump *dump, const struct chart *chart, size_t row) {
    static const char *const doubts[DOUBTS] = {
        [DOUBT_NONE] = "",
        [DOUBT_DISPUTED] = " disputed",
        [DOUBT_ESTIMATED] = " estimated",
        [DOUBT_PRELIMINARY] = " preliminary",
    };
    begin_line(dump, chart->marked_row == row + 1 ? "row marked" : "row");
    dump_paragraph(dump, &chart->names[row]);
    dump->indent++;
    for (size_t i = 0; i < chart->series_count; i++) {
        const struct chart_value *value = &chart->values[row * chart->series_count + i];
        begin_line(dump, "value");
        if (value->known)
            fprintf(dump->stream, " %lld%s", (long long)value->number,
                    doubts[value->doubt]);
        dump_paragraph(dump, &value->label);
    }
    dump->indent--;
}

static void dump_band(struct dump *dump, const struct chart_band *band) {
    begin_line(dump, "band");
    if (band->timed)
        fprintf(dump->stream, " rows %zu..%zu", band->first, band->last);
    if (band->has_low)
        fprintf(dump->stream, " from %lld", (long long)band->low);
    if (band->has_high)
        fprintf(dump->stream, " to %lld", (long long)band->high);
    dump_paragraph(dump, &band->label);
}

static void dump_tile(struct dump *dump, const struct chart *chart,
                      const struct chart_tile *tile) {
    begin_line(dump, "tile");
    fprintf(dump->stream, " at %zu,%zu", tile->row, tile->column);
    if (tile->of < chart->row_count)
        fprintf(dump->stream, " row %zu", tile->of);
    dump_paragraph(dump, &tile->name);
}

static void dump_chart_notes(struct dump *dump, const struct chart *chart) {
    for (size_t i = 0; i < chart->reference_count; i++) {
        begin_line(dump, "reference");
        fprintf(dump->stream, " %lld", (long long)chart->references[i].number);
        dump_paragraph(dump, &chart->references[i].label);
    }
    for (size_t i = 0; i < chart->band_count; i++)
        dump_band(dump, &chart->bands[i]);
    for (size_t i = 0; i < chart->annotation_count; i++) {
        const struct chart_annotation *annotation = &chart->annotations[i];
        begin_line(dump, "annotation");
        fprintf(dump->stream, " row %zu series %zu", annotation->row,
                annotation->series);
        dump_paragraph(dump, &annotation->text);
    }
    for (size_t i = 0; i < chart->limit_count; i++) {
        begin_line(dump, "limit");
        fprintf(dump->stream, " %lld\n", (long long)chart->limits[i]);
    }
    for (size_t i = 0; i < chart->tile_count; i++)
        dump_tile(dump, chart, &chart->tiles[i]);
    for (size_t i = 0; i < chart->said_count; i++) {
        begin_line(dump, "said");
        fprintf(dump->stream, " row %zu\n", chart->said[i]);
    }
}

static void dump_optional(struct dump *dump, const char *word,
                          const struct paragraph *paragraph) {
    if (!paragraph->text.length)
        return;
    begin_line(dump, word);
    dump_paragraph(dump, paragraph);
}

static void dump_chart(struct dump *dump, const struct figure *figure) {
    const struct chart *chart = figure->chart;
    dump->indent++;
    begin_line(dump, "chart");
    fprintf(dump->stream, " %s decimals=%d%s alt=", chart_kind_name(chart->kind),
            chart->decimals, chart->percent ? " percent" : "");
    print_string(dump, figure->alt);
    fputs(chart->words ? " words" : "", dump->stream);
    fputs(chart->panels ? " panels" : "", dump->stream);
    fputs(chart->own_scales ? " own-scales" : "", dump->stream);
    fputs(chart->axis.inverted ? " inverted\n" : "\n", dump->stream);
    dump_caption(dump, &figure->caption);
    dump_optional(dump, "subtitle", &chart->subtitle);
    dump_optional(dump, "notes", &chart->notes);
    dump_optional(dump, "data", &chart->data);
    dump_optional(dump, "explanation", &chart->explanation);
    for (size_t i = 0; i < chart->series_count; i++)
        dump_optional(dump, "series", &chart->titles[i]);
    for (size_t i = 0; i < chart->row_count && chart->values; i++)
        dump_chart_row(dump, chart, i);
    dump_chart_notes(dump, chart);
    dump->indent--;
}

static void dump_figure(struct dump *dump, const struct figure *figure) {
    if (figure->chart) {
        dump_chart(dump, figure);
        return;
    }
    dump->indent++;
    begin_line(dump, "picture ");
    print_string(dump, figure->path);
    fputs(" alt=", dump->stream);
    print_string(dump, figure->alt);
    if (figure->width)
        fprintf(dump->stream, " width=%u%%", (unsigned)figure->width);
    fputc('\n', dump->stream);
    dump_caption(dump, &figure->caption);
    dump->indent--;
}

static void dump_word(struct dump *dump, const char *word,
                      const struct paragraph *paragraph) {
    if (!paragraph->text.length)
        return;
    begin_line(dump, word);
    dump_paragraph(dump, paragraph);
}

static void dump_event(struct dump *dump, const struct timeline *timeline,
                       const struct event *event) {
    static const char *const kinds[] = {"figure", "disputed", "no-figure"};
    begin_line(dump, event->disputed ? "event disputed\n" : "event\n");
    dump->indent++;
    dump_word(dump, "year", &event->year_text);
    dump_word(dump, "days", &event->days);
    dump_word(dump, "month", &event->month);
    dump_word(dump, "title", &event->title);
    dump_word(dump, "by", &event->by);
    dump_word(dump, "text", &event->text);
    for (size_t i = 0; i < timeline->figure_count; i++)
        dump_word(dump, kinds[event->figures[i].kind], &event->figures[i].text);
    dump->indent--;
}

static void dump_timeline(struct dump *dump, const struct timeline *timeline) {
    dump->indent++;
    for (size_t i = 0; i < timeline->figure_count; i++)
        dump_word(dump, "figures", &timeline->figure_titles[i]);
    for (size_t i = 0; i < timeline->event_count; i++)
        dump_event(dump, timeline, &timeline->events[i]);
    dump_word(dump, "none", &timeline->none);
    dump_word(dump, "source", &timeline->source);
    dump->indent--;
}

static void dump_block_line(struct dump *dump, const struct block *block) {
    static const char *const names[] = {"heading", "paragraph", "list",   "item",
                                        "quote",   "code",      "rule",   "table",
                                        "figure",  "timeline",  "callout"};
    _Static_assert(sizeof names / sizeof *names == BLOCK_KINDS, "a name for each kind");
    begin_line(dump, names[block->kind]);
    if (block->kind == BLOCK_HEADING)
        fprintf(dump->stream, " %u id=%s", (unsigned)block->level, block->id);
    if (block->kind == BLOCK_LIST)
        fputs(block->ordered ? " ordered" : " unordered", dump->stream);
    if (block->kind == BLOCK_LIST)
        fputs(block->tight ? " tight" : " loose", dump->stream);
    if (block->label)
        fprintf(dump->stream, " %s", block->label);
    if (block->task)
        fputs(block->task == TASK_DONE ? " done" : " open", dump->stream);
    if (block->kind != BLOCK_HEADING && block->id)
        fprintf(dump->stream, " id=%s", block->id);
    if (block->stays)
        fputs(" here", dump->stream);
    if (block->addressee)
        fputs(" addressee=", dump->stream), print_string(dump, block->addressee);
    if (block->kind == BLOCK_CALLOUT)
        fprintf(dump->stream, " %s", callout_word(block->callout));
    if (block->turns)
        fputs(" turned", dump->stream);
    if (block->paragraph.language)
        dump_paragraph(dump, &block->paragraph);
    else
        fprintf(dump->stream, " %s %s\n", block->language,
                direction_name(block->direction));
}

static void dump_numbered(struct dump *dump, const char *word,
                          const struct numbered *numbered) {
    begin_line(dump, word);
    fprintf(dump->stream, " %s ", numbered->id);
    print_string(dump, numbered->label);
    for (size_t i = 0; i < numbered->answer_count; i++)
        fprintf(dump->stream, "%s%s", i ? " " : " answers=", numbered->answers[i]->id);
}

static void dump_said(struct dump *dump, const char *name, const char *value) {
    if (!value)
        return;
    fprintf(dump->stream, " %s=", name);
    print_string(dump, value);
}

static void dump_finding(struct dump *dump, const struct finding *finding) {
    dump_numbered(dump, "finding", &finding->numbered);
    dump_said(dump, "severity", finding->severity);
    fputc('\n', dump->stream);
    if (!finding->statement.text.length)
        return;
    begin_line(dump, "statement");
    dump_paragraph(dump, &finding->statement);
}

static void dump_recommendation(struct dump *dump,
                                const struct recommendation *recommendation) {
    dump_numbered(dump, "recommendation", &recommendation->numbered);
    dump_said(dump, "addressee", recommendation->addressee);
    dump_said(dump, "priority", recommendation->priority);
    dump_said(dump, "by", recommendation->by);
    fputc('\n', dump->stream);
}

static void dump_answer(struct dump *dump, const struct block *heading) {
    dump->indent++;
    if (heading->finding)
        dump_finding(dump, heading->finding);
    if (heading->recommendation)
        dump_recommendation(dump, heading->recommendation);
    dump->indent--;
}

/* Blocks are nested no deeper than BLOCK_DEPTH_LIMIT. */
static void dump_blocks(struct dump *dump, const struct block *blocks) {
    dump->indent++;
    for (const struct block *block = blocks; block; block = block->next) {
        dump_block_line(dump, block);
        if (block->table)
            dump_table(dump, block->table);
        if (block->figure)
            dump_figure(dump, block->figure);
        if (block->timeline)
            dump_timeline(dump, block->timeline);
        dump_answer(dump, block);
        dump_blocks(dump, block->children);
    }
    dump->indent--;
}

void document_dump(const struct document *document, FILE *stream) {
    struct dump dump = {.stream = stream};
    dump_head(&dump, document);
    for (size_t i = 0; i < document->section_count; i++) {
        const struct section *section = &document->sections[i];
        begin_line(&dump, section->kind == SECTION_FILE ? "section" : "part");
        fprintf(stream, " %s %s ", section->language->tag, section->key);
        print_string(&dump, section->title);
        if (section->depth)
            fprintf(stream, " depth=%u", (unsigned)section->depth);
        fputc('\n', stream);
        dump_blocks(&dump, section->blocks);
    }
}
