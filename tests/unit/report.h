/* SPDX-License-Identifier: MIT */
/* A report of one section, read and set, for tests of what lone files lack: covers, running
   heads, tables that reach into the outer column. */
#ifndef UNIT_REPORT_H
#define UNIT_REPORT_H

#include "lone.h"

#include <sys/stat.h>

/* A file of the folder that is the current one. */
static inline void report_write(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    EXPECT(file && fputs(text, file) >= 0);
    if (file)
        fclose(file);
}

/* `text` is the file of the section in `language`; its title is `title` or, if that is
   NULL, its first heading. Prints the messages; errors fail the test. */
static inline struct sheet report_set(const char *language, const char *title,
                                      const char *text) {
    struct sheet sheet = {.arena = arena_create()};
    char folder[] = "/tmp/report-XXXXXX";
    EXPECT(mkdtemp(folder) && chdir(folder) == 0 && mkdir(language, 0777) == 0);
    const char *path = arena_printf(sheet.arena, "%s/a.md", language);
    report_write("report.yaml",
                 arena_printf(sheet.arena,
                              "title: T\nlanguages: {%s: }\nsections: [a]\n",
                              language));
    report_write(path, title ? arena_printf(sheet.arena, "---\ntitle: %s\n---\n\n%s",
                                            title, text)
                             : text);
    sheet.diag = diag_new(sheet.arena);
    sheet.document = document_read(sheet.arena, ".", sheet.diag);
    EXPECT(unlink(path) == 0 && unlink("report.yaml") == 0 && rmdir(language) == 0);
    EXPECT(chdir("/") == 0 && rmdir(folder) == 0);
    sheet_set(&sheet);
    return sheet;
}

#endif
