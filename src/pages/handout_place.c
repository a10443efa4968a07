/* SPDX-License-Identifier: MIT */
/* Puts the parts of a handout on a side: what they lack to its foot goes between the rows of
   the last of them, so that sides end on one line. */
#include "pages/book.h"
#include "pages/handout.h"

/* What a gap of the theme is at this ease. */
static length eased_gap(length gap, int32_t ease) {
    return (length)((int64_t)gap * ease / 1000);
}

/* --- heights -------------------------------------------------------------------------------- */

static length head_height(const struct style *style, const struct stack *stack,
                          int32_t ease) {
    return stack->head.galley.count
               ? stack->head.ink + eased_gap(style->handout.head_gap, ease)
               : 0;
}

static length rows_height(const struct style *style, const struct stack *stack,
                          int32_t ease) {
    length gap = stack->ruled ? eased_gap(style->handout.row_gap, ease) : 0;
    length height = 0;
    for (size_t i = 0; i < stack->count; i++)
        height += stack->slabs[i].ink + 2 * gap;
    return height;
}

/* Below its heavy rule. */
static length part_height(const struct style *style, const struct part *part,
                          int32_t ease) {
    length height = 0;
    for (size_t i = 0; i < part->stack_count; i++) {
        length own = head_height(style, &part->stacks[i], ease) +
                     rows_height(style, &part->stacks[i], ease);
        height = own > height ? own : height;
    }
    return height;
}

length handout_height(const struct style *style, const struct part *parts, size_t count,
                      int32_t ease) {
    length gap = eased_gap(style->handout.part_gap, ease), height = 0;
    for (size_t i = 0; i < count; i++)
        height += style->handout.part_rule + gap + part_height(style, &parts[i], ease) +
                  (i + 1 < count ? gap : 0);
    return height;
}

/* --- places --------------------------------------------------------------------------------- */

struct placing {
    const struct handout_setting *setting;
    struct page *page;
    const struct brief_setting *brief;
    enum direction direction;
    length left; /* of all columns */
    int32_t ease;
};

static length stack_left(const struct placing *placing, const struct stack *stack) {
    return placing->left + line_left(placing->setting->measure, placing->direction,
                                     stack->start, stack->width);
}

static void place_rule_at(const struct placing *placing, length left, length width,
                          length y, length weight) {
    struct item *item = page_add_item(placing->setting->composer->arena, placing->page);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle =
        (struct rectangle_item){.box = {left, y, left + width, y + weight},
                                .colour = placing->setting->style->colours.ink};
}

static void place_slab(const struct placing *placing, const struct slab *slab,
                       length left, length y) {
    struct arena *arena = placing->setting->composer->arena;
    y += slab->top;
    for (size_t i = 0; i < slab->galley.count; i++) {
        const struct row *row = &slab->galley.rows[i];
        y += i ? row->leading + row->air : 0;
        for (size_t item = 0; item < row->item_count; item++)
            page_place(arena, placing->page, &row->items[item], left, y);
    }
}

/* Slabs of one height, if the highest has room in it; else of one space around them. */
static bool is_even(const struct placing *placing, const struct stack *stack,
                    length height) {
    const struct handout_style *style = &placing->setting->style->handout;
    length least = eased_gap(style->row_gap, (int32_t)style->tightest);
    for (size_t i = 0; i < stack->count; i++)
        if (stack->slabs[i].ink + 2 * least > height / (length)stack->count)
            return false;
    return true;
}

static void place_rows(const struct placing *placing, const struct stack *stack,
                       length top, length height) {
    const struct handout_style *style = &placing->setting->style->handout;
    length left = stack_left(placing, stack), y = top;
    length count = (length)stack->count;
    length spare = height - rows_height(placing->setting->style, stack, 0);
    int32_t ease = placing->ease > 1000 ? placing->ease : 1000;
    length gap = eased_gap(style->row_gap, ease);
    bool even = is_even(placing, stack, height);
    for (length i = 0; i < count; i++) {
        const struct slab *slab = &stack->slabs[i];
        length next = even
                          ? top + (length)((int64_t)height * (i + 1) / count)
                          : y + slab->ink + spare * (i + 1) / count - spare * i / count;
        length air = (next - y - slab->ink) / 2;
        place_rule_at(placing, left, stack->width, y,
                      i ? style->row_rule : style->head_rule);
        place_slab(placing, slab, left, y + (gap < air ? gap : air));
        y = next;
    }
    place_rule_at(placing, left, stack->width, y - style->head_rule, style->head_rule);
}

static void place_stack(const struct placing *placing, const struct stack *stack,
                        length top, length height) {
    length left = stack_left(placing, stack);
    length head = head_height(placing->setting->style, stack, placing->ease);
    place_slab(placing, &stack->head, left, top);
    if (stack->ruled && stack->count) {
        place_rows(placing, stack, top + head, height - head);
        return;
    }
    for (size_t i = 0; i < stack->count; i++)
        place_slab(placing, &stack->slabs[i], left, top + head);
}

int32_t handout_ease(const struct style *style, const struct part *parts, size_t count,
                     length room) {
    int32_t low = -1, high = (int32_t)style->handout.loosest + 1;
    while (high - low > 1) {
        int32_t middle = (low + high) / 2;
        if (handout_height(style, parts, count, middle) <= room)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void handout_place(const struct handout_setting *setting, struct page *page,
                   const struct brief_setting *brief, const struct part *parts,
                   size_t count) {
    const struct style *style = setting->style;
    const struct frame *frame = &brief->frame;
    length room = frame->bottom - frame->top, y = frame->top;
    struct placing placing = {.setting = setting,
                              .page = page,
                              .brief = brief,
                              .direction = brief->brief->language->direction,
                              .left = style->handout.margin,
                              .ease = handout_ease(style, parts, count, room)};
    length gap = eased_gap(style->handout.part_gap, placing.ease);
    length spare = room - handout_height(style, parts, count, placing.ease);
    bool full = placing.ease < (int32_t)style->handout.loosest;
    for (size_t i = 0; i < frame->page.item_count; i++)
        page_place(setting->composer->arena, page, &frame->page.items[i], placing.left,
                   0);
    for (size_t i = 0; i < count; i++) {
        length height = part_height(style, &parts[i], placing.ease);
        height += i + 1 == count && full ? spare : 0;
        place_rule_at(&placing, placing.left, setting->measure, y,
                      style->handout.part_rule);
        y += style->handout.part_rule + gap;
        for (size_t s = 0; s < parts[i].stack_count; s++)
            place_stack(&placing, &parts[i].stacks[s], y, height);
        y += height + gap;
    }
}
