/* SPDX-License-Identifier: MIT */
/* The messages: DIAG(id, level, message, remedy). %s are the strings given to diag_add,
   in order, first in the message and then again in the remedy. Included many times. */

/* the world */
DIAG(FILE_READ, WORLD, "cannot read %s: %s",
     "Name the folder that holds report.yaml, or a Markdown file.")
DIAG(FILE_WRITE, WORLD, "cannot write %s: %s",
     "A file that stands there is untouched; -o names another place.")
DIAG(FONT_MISSING, WORLD, "font file %s is missing (package %s)",
     "As root, run: apt-get install --reinstall, and the package's name.")
DIAG(FONT_BROKEN, WORLD, "font file %s cannot be used: %s", "")
DIAG(HYPHENATION, WORLD, "hyphenation dictionary %s cannot be used: %s",
     "As root, run: apt-get install --reinstall hyphen-en-gb hyphen-en-us")
DIAG(PROFILE, WORLD, "the colour profile %s cannot be used: %s",
     "As root, run: apt-get install --reinstall libgs-common; or name another in theme.yaml, "
     "under print.")
DIAG(WATCH, WORLD, "cannot watch %s: %s",
     "Other programs may watch all that can be watched: close some, or as root raise "
     "fs.inotify.max_user_watches and fs.inotify.max_user_instances.")
DIAG(INIT_FULL, WORLD, "the folder %s is not empty",
     "Name one that is not there yet: nothing is ever written over.")
DIAG(INIT_WRITE, WORLD, "cannot write %s: %s", "Name another folder, or make room.")
DIAG(PDF_LIBRARY, WORLD, "the PDF library failed: %s", "")

/* the command line */
DIAG(USAGE_EMPTY, WORLD, "there is no command",
     "To build the report in content/, run: taqrir build. All else: taqrir --help")
DIAG(USAGE_COMMAND, WORLD, "there is no command %s; the nearest is %s",
     "A folder or file is built by: taqrir build, and its name. All else: taqrir --help")
DIAG(USAGE_OPTION, WORLD, "there is no option %s; the nearest is %s",
     "See: taqrir --help")
DIAG(USAGE_FOREIGN, WORLD, "%s has no option %s", "See: taqrir help %s")
DIAG(USAGE_VALUE, WORLD, "nothing is given for %s", "See: taqrir --help")
DIAG(USAGE_NO_VALUE, WORLD, "%s takes no value", "See: taqrir --help")
DIAG(USAGE_REPEATED, WORLD, "%s is given twice", "See: taqrir --help")
DIAG(USAGE_LIMIT, WORLD, "%s is not a limit of ink",
     "Write it in percent, from 100 to 400, as in --ink-limit 280.")
DIAG(USAGE_STAGE, WORLD, "there is no stage %s; the nearest is %s",
     "The stages are document, text, lines, pages and sheets. See: taqrir --help")
DIAG(USAGE_OPERAND, WORLD, "there is room for one name only, not for %s and %s",
     "Put quotes around a name with spaces. See: taqrir --help")
DIAG(USAGE_EDITION, WORLD, "there is no edition %s; the nearest is %s",
     "See: taqrir --help")
DIAG(USAGE_ONE_FILE, WORLD, "%s editions cannot go to the one file %s",
     "Choose one with -e, or name a folder.")

/* preflight */
DIAG(PREFLIGHT_FILE, WORLD, "cannot read %s as a PDF: %s", "")
DIAG(PREFLIGHT_ENCRYPTED, ERROR, "%s: it is encrypted", "Write it without a password.")
DIAG(PREFLIGHT_DAMAGED, ERROR, "%s: %s", "Write it anew, or copy it again from where it came.")
DIAG(PREFLIGHT_LACKS, ERROR, "%s: it lacks %s", "Write it as PDF/X-4.")
DIAG(PREFLIGHT_FORBIDDEN, ERROR, "%s: it has %s", "Write it as PDF/X-4.")
DIAG(PREFLIGHT_BOX, ERROR, "%s: %s",
     "A press cuts at the TrimBox, which lies in the BleedBox, which lies in the MediaBox.")
DIAG(PREFLIGHT_COLOUR, ERROR, "%s: %s, which is not of inks",
     "Convert it to the inks of the press: cyan, magenta, yellow, black, or a spot ink.")
DIAG(PREFLIGHT_INK, ERROR, "%s: %s of ink, more than the limit",
     "Take some away, or ask the print shop for the limit of its paper; --ink-limit says it.")
DIAG(PREFLIGHT_CLEAR, ERROR, "%s: %s, which is transparent",
     "Lay it on its ground before: presses do that in different ways.")
DIAG(PREFLIGHT_FONT, ERROR, "%s: the font %s is not embedded", "Embed it.")
DIAG(PREFLIGHT_ANNOTATION, ERROR, "%s: an annotation (%s) stands on the page",
     "Take it out: links and notes are for screens.")
DIAG(PREFLIGHT_WHITE, ERROR, "%s: something white is printed over what is there",
     "Switch its overprint off, or it will not be seen.")
DIAG(PREFLIGHT_UNREAD, ERROR, "%s: this could not be looked into: %s",
     "What a press may find in it is not known.")
DIAG(PREFLIGHT_COLOUR_UNMEASURED, WARNING,
     "%s: the ink of a colour of a palette, or of several spot inks, was not measured", "")
DIAG(PREFLIGHT_UNMEASURED, WARNING, "%s: the ink of the picture %s was not measured", "")

/* document: files */
DIAG(FILE_ABSENT, ERROR, "the file %s is missing",
     "Write it, or take out what names it here.")
DIAG(FILE_OUTSIDE, ERROR, "%s is outside the content folder",
     "Put the file itself there, not a link to it.")
DIAG(PATH, ERROR, "%s does not lead to a file below the content folder",
     "Write the path from that folder on, parts divided by \"/\", as in data/deaths.csv.")
DIAG(FILE_FOLDER, ERROR, "%s is a folder, not a file", "Give the file another name.")
DIAG(FILE_UNREADABLE, ERROR, "cannot read %s: %s", "")
DIAG(FILE_TOO_LARGE, ERROR, "%s is larger than 16 MiB", "Split it into several files.")
DIAG(UTF16, ERROR, "the file is UTF-16", "Save it as UTF-8.")
DIAG(NOT_UTF8, ERROR, "the byte %s is not UTF-8", "Save the file as UTF-8.")

/* document: characters */
DIAG(CHARACTER_CONTROL, ERROR, "control character %s",
     "Take it out: it cannot be printed.")
DIAG(CHARACTER_BREAK, ERROR, "%s inside a line",
     "Write a backslash at the end of a line to break it, an empty line to begin a "
     "paragraph.")
DIAG(NOT_TEXT, ERROR, "this is not a text file",
     "Save it as plain text in UTF-8, with a name that ends in .md.")
DIAG(NOT_MARKDOWN, WORLD, "the name %s does not end in .md",
     "Name a Markdown file, or the folder that holds report.yaml.")
DIAG(CHARACTER_BIDI, ERROR, "%s can make a text read otherwise than it is written",
     "Take it out, or use isolates, U+2066 to U+2069.")
DIAG(CHARACTER_BOM, ERROR, "%s inside the text", "Take it out.")
DIAG(CHARACTER_PRIVATE, ERROR, "private-use character %s",
     "Write what it stood for: it looks different in each font, and cannot be searched. "
     "A bullet from a word processor is written \"- \".")
DIAG(CHARACTER_LOST, ERROR, "%s stands for a character that was lost",
     "Write the character that was meant.")
DIAG(CHARACTER_UNUSED, ERROR, "%s is no character of a text", "Take it out.")

/* document: YAML */
DIAG(YAML_SYNTAX, ERROR, "this is not YAML: %s",
     "Indent with spaces, not tabs; write a space after each colon and hyphen; put quotes "
     "around a text that holds \": \" or \" #\", and close them.")
DIAG(YAML_FEATURE, ERROR, "%s of YAML is not allowed here", "Write the value out.")
DIAG(YAML_DEPTH, ERROR, "values are nested too deeply", "Nothing here is so deep.")
DIAG(YAML_SIZE, ERROR, "there is too much YAML", "")
DIAG(YAML_KEY, ERROR, "a key must be a plain text", "")
DIAG(YAML_ESCAPE, ERROR, "an escape makes a character that cannot be printed",
     "Write the text without it.")
DIAG(JSON_SYNTAX, ERROR, "this is not JSON: %s",
     "Export the file anew from the program that wrote it.")
DIAG(JSON_SIZE, ERROR, "there is too much JSON", "")
DIAG(YAML_DUPLICATE, ERROR, "%s stands here again; it is already in line %s",
     "Take one of them out.")
DIAG(YAML_UNKNOWN, ERROR, "there is no key %s; the nearest is %s", "")
DIAG(YAML_TYPE, ERROR, "this is %s; it must be %s",
     "content/README.md shows an example; a space follows each colon and hyphen.")
DIAG(YAML_FLAG, ERROR, "%s is neither true nor false", "")
DIAG(YAML_EMPTY, ERROR, "%s is empty", "Write a value, or leave it out.")
DIAG(KEY_ABSENT, ERROR, "the key %s is missing", "content/README.md shows an example.")
DIAG(REPORT_EMPTY, ERROR, "the file is empty", "content/README.md shows an example.")

/* document: report.yaml */
DIAG(DIGITS, ERROR, "there are no digits %s; the nearest are %s",
     "There are european, arabic-indic and persian.")
DIAG(MONTHS, ERROR, "there are no months %s; the nearest are %s",
     "There are levant, egypt, maghreb, both, and country: as in that of the language.")
DIAG(DATES, ERROR, "there are no dates %s; the nearest are %s",
     "There are country, as in that of the language, and day-first.")
DIAG(QUOTES, ERROR, "there are no quotes %s; the nearest are %s",
     "There are typed, as they stand in the text, and typographic.")
DIAG(SETTING_LANGUAGE, ERROR, "%s cannot be chosen for the language %s",
     "Take it out: months are for Arabic, dates for English.")
DIAG(DATE, ERROR, "%s is not a date", "Write year, month and day, as in 2026-11-23.")
DIAG(LANGUAGE_TAG, ERROR, "%s is not a language tag", "Write it as in en, ar or ar-IQ.")
DIAG(LANGUAGE_ALONE, ERROR, "this is not the language of any text",
     "Write it before the text it is of, or take it out.")
DIAG(RAGGED_ALONE, ERROR, "no paragraph, list or quotation follows this",
     "Write {ragged} at the beginning of a paragraph, or in one of its own before the list "
     "or quotation that is to be ragged.")
DIAG(LANGUAGE_UNKNOWN, ERROR, "the report has no language %s; the nearest is %s",
     "Its languages are those under languages.")
DIAG(LANGUAGE_TERMS, WARNING, "the program has no words of its own in the language %s",
     "It writes \"Table\", \"Figure\", \"Contents\" and \"continued\" in English there.")
DIAG(LANGUAGE_FOLDER, ERROR, "the file says its language is %s, its folder says %s",
     "Move the file, or take out lang.")
DIAG(TEXT_ABSENT, ERROR, "%s has no text in the language %s", "Add it.")
DIAG(TEXT_LANGUAGES, ERROR, "%s must be given in each language",
     "Write a line for each language below it, as in en: \"...\".")
DIAG(EDITION_SECTION, ERROR, "the report has no section %s; the nearest is %s",
     "An edition has sections of the list above, files and parts by their names.")
DIAG(EDITION_NAME, ERROR, "%s cannot be the name of a file",
     "Use letters from a to z, digits, \"-\", \"_\" and \".\".")
DIAG(EDITION_KIND, ERROR, "there is no kind of edition %s; the nearest is %s",
     "There are report, booklet, press and handout.")
DIAG(PARALLEL, ERROR, "two languages can stand side by side, not %s",
     "Name two, as in {languages: [ar, en], parallel: true}, or leave parallel out.")
DIAG(EDITION_WORD, ERROR, "there is no %s here; the nearest is %s", "")
DIAG(LENGTH, ERROR, "%s is not a length",
     "Write a number and its unit, as in 0.1 mm: mm, cm, in or pt.")
DIAG(LENGTH_RANGE, ERROR, "%s is not within %s", "")
DIAG(PAPER, ERROR, "there is no paper %s; the nearest is %s",
     "There are A3 to A6, B4, B5, Letter, Legal and Tabloid; any other is its width and "
     "height, as in [210 mm, 297 mm].")
DIAG(SIGNATURE, ERROR, "%s pages cannot be a signature",
     "Write a multiple of 4, from 4 to 128: a sheet holds four pages.")
DIAG(BACK_TO_BACK, ERROR, "this edition cannot be read from both covers",
     "Take out back-to-back, or name languages that read from the left and others that "
     "read from the right, and not parallel: true.")
DIAG(UP, ERROR, "%s pages cannot stand on a side",
     "Write 2, 3, 4, 6, 8, 9, 12 or 16; with lines for notes 1, too.")
DIAG(UP_MARGIN, ERROR, "the margins take more than half of the paper",
     "Name larger paper, or a smaller margin.")
DIAG(UP_NOTES, ERROR, "what is cut apart has no lines for notes",
     "Take out notes, or cut and repeat.")
DIAG(BOOKLET_PAGE, ERROR, "the look cannot be set on the pages that %s asks for",
     "They may be from six to fifteen tenths as wide and as high as those of the look: "
     "with A4, page: A5 and page: B5 will do.")
DIAG(BOOKLET_SHRUNK, NOTE, "set on half a sheet, the report has %s",
     "So its pages are those of the report, made smaller. With page: A5 you are told "
     "what it is.")
DIAG(BOOKLET_BLANKS, NOTE, "%s%s", "")
DIAG(BOOKLET_THICK, NOTE, "%s sheets are folded into each other, more than staples hold",
     "Bind it in signatures: signature: 32, as one line more here.")
DIAG(BOOKLET_CREEP, ERROR, "the innermost of %s sheets would be moved into the fold by %s",
     "Give the thickness of one sheet of the paper, or bind it in signatures.")
DIAG(STAMP, ERROR, "there is no stamp %s; the nearest is %s",
     "There are draft, and embargo until a day, as in embargo until 2026-12-01.")
DIAG(PRESS_MARK, ERROR, "there are no marks %s; the nearest are %s",
     "There are crop, registration, colour-bar and slug; true for all of them, false for none.")
DIAG(PRESS_FOLD, ERROR, "a fold stands outside the page, which is %s wide", "")
DIAG(PRESS_DATE, ERROR, "a file for a press says of which day it is, and the report does not",
     "Write the day in report.yaml, as in date: 2026-11-23.")
DIAG(LARGE_PARALLEL, ERROR, "large print has no room for two languages side by side",
     "Take out parallel, or large-print.")
DIAG(EDITION_COLOUR, ERROR, "there is no colour %s; the nearest is %s",
     "Write one, for black on white, or all.")
DIAG(HANDOUT_SIDES, ERROR, "%s sides cannot be shared by %s",
     "Give each language as many sides: sides is 1, 2 or 4.")
DIAG(HANDOUT_ID, ERROR, "there is no %s; the nearest is %s",
     "Name what the report has in every language of the handout.")
DIAG(HANDOUT_NONE, ERROR, "there is no %s: the report has none that is named",
     "Give it an id there, or take it out here.")
DIAG(EDITION_NUMBER, ERROR, "%s is not the number of an edition",
     "Write a whole number, as in 2.")
DIAG(SECTION_KEY, ERROR, "%s is not the name of a section",
     "Name a file below the folder of a language, parts divided by \"/\".")
DIAG(SECTION_SUFFIX, ERROR, "%s ends in .md", "Leave out .md.")
DIAG(PART, ERROR, "there is no part %s; the nearest is %s",
     "There are contents, figures, tables, findings, recommendations, glossary, imprint, "
     "back-cover, sources and data.")
DIAG(SITE, ERROR, "%s is not an address of the web",
     "Write it whole, as in https://example.org/report, without spaces.")
DIAG(GLOSSARY_SIDE, ERROR, "the term is not there in the language %s",
     "Write a line for each language of the report, as in en: \"...\".")
DIAG(GLOSSARY_REPEATED, ERROR, "the term %s stands in line %s already",
     "Make one term of the two, or say in both what tells them apart.")
DIAG(GLOSSARY_EMPTY, ERROR, "%s holds no terms",
     "Write a list: each term a map of its languages.")
DIAG(PART_FIGURES, ERROR, "%s is no number of key figures", "Write one from 1 to 12.")
DIAG(PART_DEPTH, ERROR, "%s is not a depth",
     "Write 1, 2 or 3: the last level of headings in the contents.")
DIAG(PART_EMPTY, ERROR, "the list would be empty in the language %s",
     "Take it out, or write a heading or caption for what is to stand in it.")
DIAG(NAMED, ERROR, "there is no %s; the nearest is %s",
     "Those of this report stand in report.yaml, under severities, priorities and "
     "addressees.")
DIAG(NAMED_NONE, ERROR, "there is no %s", "The list in report.yaml is empty.")
DIAG(RESOLUTION, ERROR, "%s is not a resolution",
     "Write a whole number from 36 to 1200, of pixels for each inch.")
DIAG(SECTION_EMPTY, ERROR, "there is no text", "Write it, or leave the section out.")
DIAG(SECTION_TITLE, ERROR, "the section has no title",
     "Begin it with a heading, as in: # Summary")

/* document: Markdown */
DIAG(NOT_SET, ERROR, "%s cannot be set yet", "")
DIAG(DEPTH, ERROR, "this is nested more than 16 deep", "Write it flatter.")
DIAG(HTML, ERROR, "HTML cannot be set", "Use Markdown, or a backslash before \"<\".")
DIAG(COMMENT_OPEN, ERROR, "the comment has no end", "End it with \"-->\".")
DIAG(COMMENT_BROKEN, ERROR, "this comment would be printed",
     "End it with \"-->\", and write no \"--\" inside it.")
DIAG(COMMENT_TEXT, ERROR, "text on the line where a comment ends is lost",
     "Begin it on a line of its own.")
DIAG(HEADING_EMPTY, ERROR, "the heading has no text", "")
DIAG(CODE_EMPTY, ERROR, "the code has no text", "")
DIAG(LINK_TEXT, ERROR, "the link has no text", "Write what is to be clicked.")
DIAG(LINK_EMPTY, ERROR, "the link has no target", "")
DIAG(LINK_RELATIVE, ERROR, "the link %s points to a file",
     "Point to a heading, as in #summary, or to the web, as in https://example.org.")
DIAG(LINK_SCHEME, ERROR, "links to %s: are not allowed",
     "A link may begin with http:, https:, mailto:, tel: or #.")
DIAG(LINK_NOWHERE, ERROR, "nothing has the id %s", "")
DIAG(LINK_NEAREST, ERROR, "nothing has the id %s; the nearest is %s", "")

/* document: values */
DIAG(VALUE, ERROR, "there is no value %s; the nearest is %s",
     "A brace that is part of the text is written \"\\{\".")
DIAG(VALUE_OPEN, ERROR, "the brace of this value is not closed on its line",
     "A brace that is part of the text is written \"\\{\".")
DIAG(VALUE_NUMBER, ERROR, "%s is not a number",
     "Write it with a point for decimals, as in 12500 or -12.5, or say where it stands in data, "
     "as in data/toll.csv[Basra, killed].")
DIAG(VALUE_YEAR, ERROR, "%s is not a year", "Write it with four digits at most.")
DIAG(VALUE_RANGE, ERROR, "%s is not a range", "Write two numbers, as in 25-28.")
DIAG(VALUE_AMOUNT, ERROR, "%s is not an amount",
     "Write a number, a space and a currency, as in 12500 IQD.")
DIAG(VALUE_CURRENCY, ERROR, "there is no currency %s",
     "Write its three letters (ISO 4217), as in IQD, USD or EUR.")
DIAG(VALUE_COUNT, ERROR, "%s is not a number and what is counted",
     "Write both, as in 15 killed, and the noun's forms under nouns in report.yaml.")
DIAG(COUNTER, ERROR, "there is no counter %s; the nearest is %s",
     "There are decimal, abjad, hijai, maghrebi and latin; signs around them as in (abjad), "
     "abjad) or abjad-.")
DIAG(COUNTER_ALONE, ERROR, "no numbered list follows this counter",
     "Write it in a line of its own before the list, with an empty line between the two.")
DIAG(NOUN_NONE, ERROR, "the report has no noun %s",
     "Write its forms under nouns in report.yaml; content/README.md shows an example.")
DIAG(NOUN, ERROR, "the report has no noun %s; the nearest is %s",
     "Its nouns are those under nouns in report.yaml.")
DIAG(NOUN_LANGUAGE, ERROR, "the noun %s has no forms in the language %s",
     "Write them under nouns in report.yaml.")
DIAG(NOUN_FORM, ERROR, "the noun %s has no form %s, which this number asks for",
     "Write it under nouns in report.yaml.")
DIAG(LOOKUP_FORM, ERROR, "%s does not name a row and a column",
     "Write them as in data/toll.csv[Basra, killed] or data/toll.csv[year=2019, killed], "
     "with quotes around what has a comma in it.")
DIAG(LOOKUP_FILE, ERROR, "no file is named before this",
     "Write it as in data/toll.csv[Basra, killed].")
DIAG(LOOKUP_ROW, ERROR, "no row reads %s; the nearest is %s",
     "What names a row stands in the first columns, before the numbers; for another write the "
     "column too, as in [year=2019, killed].")
DIAG(LOOKUP_NONE, ERROR, "no row reads all of this", "")
DIAG(LOOKUP_MANY, ERROR, "several rows read so, as rows %s and %s do",
     "Say which one by another column, as in [Basra, year=2019, killed].")
DIAG(LOOKUP_EMPTY, ERROR, "there is no number in %s", "The cell is empty there.")
DIAG(LOOKUP_NUMBER, ERROR, "%s: %s is no number", "Name another cell, or mend it there.")
DIAG(LOOKUP_SOURCES, ERROR, "the file has no column %s to cite from",
     "Add one with the keys of the sources of each row, or take out the @.")
DIAG(LOOKUP_SOURCE, ERROR, "there is no source in %s", "The cell is empty there.")
DIAG(VALUE_CITED, ERROR, "nothing is cited here: no number was looked up",
     "Take out the @, or name the cell the number stands in.")
DIAG(LOOKUP_LIMIT, ERROR, "too many numbers are looked up where many rows read the same",
     "Name each row by what it alone reads.")
DIAG(RETYPED, NOTE, "this number also stands in %s",
     "Write {number: %s}, and it changes with the data; or data-notes: false in report.yaml, "
     "and no such number is told.")
DIAG(RETYPED_MANY, NOTE, "this number also stands in %s, and in %s",
     "Write {number: %s} if it is that one, and it changes with the data; or data-notes: false "
     "in report.yaml, and no such number is told.")
DIAG(VALUE_DATE, ERROR, "%s is not a day or a month",
     "Write a day that there is as in 2019-10-25, a month as in 2019-10.")
DIAG(VALUE_DATES, ERROR, "%s is not from one day to another, nor from month to month",
     "Write it as in 2019-11-21/2019-11-24, or 2019-10/2019-12, and nothing after it.")
DIAG(VALUE_DATES_ORDER, ERROR, "%s does not end after it begins", "")
DIAG(VALUE_DATE_FORM, ERROR, "a date cannot be written %s; the nearest is %s",
     "Write full or hijri after a day, or neither.")
DIAG(VALUE_MONTH_FORM, ERROR, "a month cannot be written %s",
     "Write a day, as in 2019-10-25, or take the word out.")
DIAG(VALUE_HIJRI_LANGUAGE, ERROR, "Hijri dates cannot be written in the language %s",
     "CLDR has no names of their months in it: write the date out.")
DIAG(VALUE_HIJRI, ERROR, "the Hijri date of %s is not known",
     "The calendar of Umm al-Qura is known for the years 1883 to 2173.")

DIAG(PUNCTUATION, WARNING, "a Latin %s in a sentence of Arabic letters, where %s belongs",
     "Write that, or a backslash before a sign that is meant.")
DIAG(QUOTE_ALONE, WARNING, "this quotation mark has no counterpart",
     "Those of the paragraph stay as typed. Write the other one; a mark that is to stay "
     "straight is written \"\\\"\".")

/* document: call-outs */
DIAG(CALLOUT, ERROR, "there is no call-out %s; the nearest is %s",
     "There are margin, key, panel and pull. A bracket that is part of the text is written "
     "\"\\[\".")
DIAG(CALLOUT_PLACE, ERROR, "%s cannot stand inside a list, a quotation or a note",
     "Put it between the paragraphs of the section.")
DIAG(CALLOUT_RECOMMENDATION, ERROR, "%s has no room in a section with recommendations",
     "What answers what stands in the outer column there. Make it a panel, or put it into "
     "another section.")
DIAG(CALLOUT_BLOCK, ERROR, "%s cannot stand in this call-out", "Put it elsewhere.")
DIAG(CALLOUT_EMPTY, ERROR, "%s has no text", "Write it below the first line.")
DIAG(CALLOUT_KEY, ERROR, "a key figure needs a figure and what it counts",
     "Write the figure after [!key], what it counts on the next line, and its source in a "
     "paragraph of its own.")
DIAG(CALLOUT_LONG, ERROR, "%s has too many paragraphs",
     "A key figure has what it counts and then its source; a pull quote one paragraph and, "
     "after —, whose words it is.")

/* document: tables, pictures and notes */
DIAG(TABLE_RULE, ERROR, "this line makes no table",
     "The line above it must be the header, with as many cells.")
DIAG(TABLE_ROW, ERROR, "the number of cells in this row is %s, in the header %s",
     "Make it the same. An empty line ends the table; a bar inside a cell is written "
     "\"\\|\".")
DIAG(CAPTION_ROW, ERROR, "this line is in the table",
     "Write an empty line between the table and its caption.")
DIAG(TABLE_EMPTY, ERROR, "the table has no rows", "Write them below the header.")
DIAG(TABLE_WIDE, ERROR, "a table has more than 64 columns", "Split it.")
DIAG(TABLE_LARGE, ERROR, "the tables of the file are too large, from here on",
     "Split the file into several.")
DIAG(TABLE_MARK_HEADER, ERROR, "only a table with a header can have a marked row", "")
DIAG(CAPTION_ALONE, ERROR, "this caption has no table and no picture",
     "Put it directly after one; a block of data says its caption itself. A colon that "
     "begins a paragraph is written \"\\:\".")
DIAG(FIGURE_INLINE, ERROR, "a picture cannot stand inside a text",
     "Write an empty line before and after it.")
DIAG(FIGURE_ALT, ERROR, "it is not said what the picture shows",
     "Say it to those who cannot see it, as in ![A map of Basra](images/map.png).")
DIAG(FIGURE_ADDRESS, ERROR, "a picture must be a file of the content folder",
     "Write the path from that folder on, as in ![A map of Basra](images/map.png).")
DIAG(FIGURE_TITLE, ERROR, "the picture has both a title and a caption",
     "Take one of them out.")
DIAG(TABLE_MARK, ERROR, "no row has a first cell that reads %s; the nearest is %s", "")
DIAG(FIGURE_NOTATION, ERROR,
     "the title of a picture can hold no references, no values and no marks of notes",
     "Write a caption instead: a paragraph below the picture, as in : A map of Basra.")
DIAG(ATTRIBUTE, ERROR, "there is no attribute %s; the nearest is %s",
     "A brace that is part of the text is written \"\\{\".")
DIAG(ATTRIBUTE_VALUE, ERROR, "the attribute %s is not complete, or says too much",
     "Write it as in {#table:deaths total mark=\"Basra\" here}, {#fig:map width=60%} or "
     "{source=\"un2019, p. 3\"}.")
DIAG(ATTRIBUTE_MANY, ERROR, "there are too many attributes, from %s on",
     "A brace that is part of the text is written \"\\{\".")
DIAG(ATTRIBUTE_REPEATED, ERROR, "%s: one of this kind is there already", "Take it out.")
DIAG(ID_PREFIX, ERROR, "the id %s does not begin with %s", "")
DIAG(ID_LETTERS, ERROR, "%s cannot be an id",
     "Use letters, digits, \"-\" and \"_\".")
DIAG(ID_REPEATED, ERROR, "there is an id %s already, in %s", "Change one of the two.")
DIAG(PARAGRAPH_ID, ERROR, "only a paragraph with a number can have an id",
     "Write paragraph-numbers: true in report.yaml, or between two lines of --- at the head of "
     "the file, or refer to a heading. Paragraphs of lists, quotations and notes have none.")
DIAG(REFERENCE_HOLDER, ERROR, "a reference cannot stand in %s", "Put it elsewhere.")
DIAG(REFERENCE_NOWHERE, ERROR, "%s refers to nothing", "")
DIAG(REFERENCE_NEAREST, ERROR, "%s refers to nothing; the nearest id is %s", "")
DIAG(REFERENCE_LOST, ERROR, "this paragraph would not be printed",
     "Markdown takes it for the target of a link. Put a word or a backslash before it.")
DIAG(REFERENCE_NUMBER, ERROR, "what %s refers to has no caption, and so no number",
     "Write the caption, or a link, as in [the map](#fig:map).")
DIAG(REFERENCE_SECTION, ERROR, "%s asks for a number, and headings have none",
     "Leave out the hyphen.")
DIAG(REFERENCE_WORDS, ERROR, "the references of this language quote too many words",
     "Shorten the headings.")
DIAG(FINDING_HEADING, ERROR, "a finding begins with its title",
     "Write it as the first line, as in: # Excessive use of force")
DIAG(FINDING_KEY, ERROR, "%s is said of a finding, and this is none",
     "Say which, as in finding: use-of-force, or take it out.")
DIAG(RECOMMENDATION_ADDRESSEE, ERROR,
     "it is not said to whom the recommendation %s is addressed",
     "Say it at the head of the file, as in addressee: government; or in the braces of a "
     "heading above.")
DIAG(RECOMMENDATION_HOLDER, ERROR, "%s cannot stand in a list or a quotation",
     "Put the heading elsewhere: recommendations have lines of their own.")
DIAG(RECOMMENDATION_ATTRIBUTE, ERROR, "%s is said of a recommendation, and this is none",
     "Its id begins with rec:, as in {#rec:investigate answers=use-of-force}.")
DIAG(RECOMMENDATION_VALUE, ERROR, "the attribute %s is not complete, or says too much",
     "Write it as in {#rec:investigate answers=\"use-of-force due-process\" "
     "priority=high by=2026-12}.")
DIAG(RECOMMENDATION_DATE, ERROR, "%s is not a date",
     "Write year and month, and perhaps the day, as in 2026-12.")
DIAG(ANSWERS_ABSENT, ERROR, "there is no finding %s", "")
DIAG(ANSWERS_NEAREST, ERROR, "there is no finding %s; the nearest is %s", "")
DIAG(ANSWERS_REPEATED, ERROR, "the finding %s stands here twice", "Take one out.")
DIAG(ANSWERS_NOTHING, WARNING, "the recommendation %s answers no finding",
     "Say which it does, as in {#rec:%s answers=use-of-force}.")
DIAG(FINDING_UNANSWERED, WARNING, "no recommendation answers the finding %s",
     "Write answers=%s in the braces of one that does.")
DIAG(ANSWER_ABSENT, WARNING, "there is no %s in the language %s",
     "Give its partner there the same id.")
DIAG(PARTNER_ANSWERS, WARNING,
     "the recommendation %s does not answer what its partner does, in %s",
     "Make both say the same.")
DIAG(NOTE_ABSENT, ERROR, "there is no note with this label",
     "Write it, as in [^1]: text. A bracket that is part of the text is written \"\\[\".")
DIAG(NOTE_UNUSED, ERROR, "nothing refers to the note %s",
     "Write its mark, as in [^1], where it belongs, or take it out.")
DIAG(NOTE_REPEATED, ERROR, "there is a note %s already, in line %s",
     "Change the label of one of the two.")
DIAG(NOTE_EMPTY, ERROR, "the note has no text", "")
DIAG(NOTE_HOLDER, ERROR, "the mark of a note cannot stand in %s", "Put it elsewhere.")
DIAG(NOTE_BLOCK, ERROR, "%s cannot stand in a note", "Put it elsewhere.")

/* document: sections in several languages */
DIAG(PARTNER_ABSENT, WARNING, "this %s no partner in %s",
     "Write it there too, or partner: differs in the front matter of one of the two.")
DIAG(PARTNER_MISSING, WARNING, "%s has, about here, %s that this file has not",
     "Write it here too, or partner: differs in the front matter of one of the two.")
DIAG(PARTNER_DIFFERS, WARNING, "this is %s; in %s",
     "Make them alike, or write partner: differs in the front matter of one of the two.")
DIAG(PARTNER_LONG, WARNING, "this section and %s differ in too many places to say which",
     "Make them alike, or write partner: differs in the front matter of one of the two.")
DIAG(PARTNER, ERROR, "a partner cannot be %s", "Write partner: differs, or leave it out.")

/* document: sources */
DIAG(WORKS_LIST, ERROR, "there is no list of sources",
     "CSL-JSON is a list; in CSL-YAML it stands alone or under references.")
DIAG(WORK_KEY, ERROR, "%s cannot be the key of a source",
     "Use letters, digits and signs without brackets, commas, semicolons and spaces.")
DIAG(WORK_REPEATED, ERROR, "there is a source %s already, in %s",
     "Change the key of one of the two.")
DIAG(WORK_TITLE, ERROR, "the source %s has no title",
     "Write it; or for what has none, as genre, what it is.")
DIAG(WORK_DATE, ERROR, "%s is not a date", "Write it as in 2019-10-22, 2019-10 or 2019.")
DIAG(WORK_LANGUAGE, ERROR, "the source %s has no %s",
     "Those that can be said in another language are title, title-short, "
     "container-title, publisher, genre, addendum, sort, issued and author.")
DIAG(WORK_UNCITED, NOTE, "nobody cites the source %s", "")
DIAG(CITATION_NOWHERE, ERROR, "there is no source %s",
     "Sources stand in sources.json, as Zotero exports it, or in sources.yaml.")
DIAG(CITATION_NEAREST, ERROR, "there is no source %s; the nearest is %s", "")
DIAG(CITATION_OPEN, ERROR, "the bracket of this citation is not closed on its line",
     "Write it as in [@key, p. 12]; a bracket that is part of the text is written \"\\[\".")
DIAG(CITATION_WORDS, ERROR, "words stand before the source %s in its brackets",
     "Write them before the bracket. One that is part of the text is written \"\\[\".")
DIAG(CITATION_FORM, ERROR, "this is no citation",
     "Write it as in [@key, p. 12], several with semicolons between: [@a; @b].")
DIAG(CITATIONS, ERROR, "there are no citations %s; the nearest are %s",
     "There are notes, and numbers of the list of sources.")
DIAG(CITATIONS_LIST, ERROR, "citations are numbers, and there is no list of sources",
     "Write {part: sources} where it is to stand among the sections.")
DIAG(CITATIONS_LARGE, ERROR, "the citations of this language have too many words",
     "Give sources with a long title a short one, as title-short.")
DIAG(CAPTION_SOURCES, ERROR, "what %s says is said by the caption too",
     "Take one of them out.")

/* document: data */
DIAG(DATA_ENCODING, ERROR, "the file is not UTF-8%s",
     "Save it anew: in Excel as \"CSV UTF-8 (Comma delimited)\", in LibreOffice with the "
     "character set \"Unicode (UTF-8)\".")
DIAG(DATA_UTF16, ERROR, "the file is UTF-16 without a byte order mark",
     "Save it anew: in Excel as \"CSV UTF-8 (Comma delimited)\", in LibreOffice with the "
     "character set \"Unicode (UTF-8)\".")
DIAG(DATA_SPREADSHEET, ERROR, "this is a spreadsheet's own format, and not CSV",
     "Save it as CSV: in Excel as \"CSV UTF-8 (Comma delimited)\", in LibreOffice as "
     "\"Text CSV\" with the character set \"Unicode (UTF-8)\".")
DIAG(DATA_QUOTE_INSIDE, ERROR, "row %s, column %s: a quote inside a cell without quotes",
     "Put quotes around the whole cell and write each quote inside it twice.")
DIAG(DATA_QUOTE_AFTER, ERROR, "row %s, column %s: text after the quote that ends the cell",
     "Write a quote that is part of a cell twice.")
DIAG(DATA_QUOTE_OPEN, ERROR, "row %s, column %s: the quote that begins the cell has no end",
     "Close it; write a quote that is part of a cell twice.")
DIAG(DATA_EMPTY, ERROR, "the file is empty",
     "Its first row must hold the names of the columns.")
DIAG(DATA_NO_ROWS, ERROR, "there is no row below the names of the columns", "")
DIAG(DATA_TOO_WIDE, ERROR, "there are more than 200 columns",
     "Take those out that no table shows.")
DIAG(DATA_TOO_LONG, ERROR, "there are more than 100,000 rows, or 1,000,000 cells",
     "Take those out that no table shows.")
DIAG(DATA_NAME_REPEATED, ERROR, "%s: the name stands here again; it is already that of "
     "column %s", "Give each column a name of its own.")
DIAG(DATA_NAMELESS, ERROR, "%s: no name of a column stands above this cell",
     "The first row holds the names of the columns: take titles and notes out of the file, "
     "and put quotes around a cell that holds the sign which parts the cells.")
DIAG(DATA_SHORT, WARNING, "row %s has %s than the row of names; what is missing is taken to "
     "be empty", "")
DIAG(DATA_FAILED, ERROR, "%s: the spreadsheet has put %s where a value should be",
     "Mend it there (#### wants a wider column, ???? the encoding UTF-8), and save the file "
     "anew.")
DIAG(DATA_SHORTENED, ERROR, "%s: the spreadsheet has shortened a number to %s",
     "Give the cell a format with all digits there, and save the file anew.")
DIAG(DATA_CLASH, ERROR, "%s: the sign in the number parts thousands here, and begins the "
     "decimals in row %s", "Write all numbers of a column in one way.")
DIAG(DATA_UNCLEAR, WARNING, "%s: this number may be in thousands or have three decimals; it "
     "is taken for %s",
     "Write the numbers without a sign for thousands, or one of the column with four "
     "decimals.")
DIAG(DATA_MIXED, WARNING, "%s: %s is no number, so the column is taken for text",
     "Leave the cell empty where there is no number, or write as: text.")
DIAG(DATA_NO_NUMBER, ERROR, "%s: %s is no number",
     "Leave the cell empty where there is none, or take out as: number.")
DIAG(DATA_NO_YEAR, ERROR, "%s: %s is no year",
     "Leave the cell empty where there is none, or take out as: year.")
DIAG(TABLE_QUOTE, ERROR, "a table or chart from a file cannot stand in a quotation",
     "Take \"> \" away before its lines.")
DIAG(TABLE_COLUMN, ERROR, "the file has no column %s; the nearest is %s",
     "Its first row holds the names of the columns.")
DIAG(TABLE_AS, ERROR, "a column cannot be shown as %s; the nearest is %s",
     "There are number, text and year; left out, what the column holds decides.")
DIAG(TABLE_PLACE, ERROR, "a table or chart has no place %s",
     "Write here, or of a chart margin, or leave place out: then it may stand where "
     "there is room for it.")
DIAG(TABLE_CELLS, ERROR, "the tables up to this one have more than 2,000,000 cells",
     "Show fewer columns, or smaller files.")
DIAG(TIMELINE_PLACE, ERROR, "a timeline cannot stand in a list or a quotation",
     "Put it between two paragraphs of the section.")
DIAG(TIMELINE_FIGURES, ERROR, "a timeline has more than 4 columns of figures",
     "Leave some out.")
DIAG(TIMELINE_FIGURE, ERROR, "%s: %s is no number",
     "Leave the cell empty where there is none.")
DIAG(TIMELINE_UNTITLED, ERROR, "%s: the event has no title", "")
DIAG(TIMELINE_DISPUTED, ERROR, "%s is no column; the nearest is %s",
     "Write the names of columns of figures, spaces between them; or all.")
DIAG(TIMELINE_EMPTY, ERROR, "no row of the file is an event of the timeline",
     "Each key of the filter is a column, and its value what a cell reads.")

/* document: charts */
DIAG(CHART_KIND, ERROR, "there is no chart of the kind %s; the nearest is %s", "")
DIAG(CHART_COLUMNS, ERROR, "a chart has from two to seven columns",
     "The first has the names, the others the values; of more than six series nobody can "
     "tell the patterns apart.")
DIAG(CHART_HEAT_COLUMNS, ERROR, "a heat table has from two to 25 columns",
     "The first has the names, the others the values.")
DIAG(CHART_TILE_COLUMNS, ERROR, "a tile map has two columns",
     "The first has the names of the places, the other the values.")
DIAG(CHART_LIMITS, ERROR, "there are from one to five limits between steps", "")
DIAG(CHART_LIMIT_ORDER, ERROR, "the limit %s is not above the one before it", "")
DIAG(CHART_SQUARES, ERROR, "a grid has more than 400 places", "")
DIAG(CHART_SQUARE, ERROR, "%s: %s is no row or column of squares",
     "Write whole numbers from 1 to 40: rows from the north, columns from the west.")
DIAG(CHART_SQUARE_TAKEN, ERROR, "%s: where %s is to stand there is a square already",
     "Each place has a row and column of its own.")
DIAG(CHART_SQUARE_NAMED, ERROR, "%s: %s stands there already",
     "Each place has one square, and one value.")
DIAG(CHART_SQUARE_NONE, ERROR, "%s: the grid has no square for %s",
     "Write the name as the grid has it, or add it there.")
DIAG(CHART_CRAMPED, ERROR, "the squares are too small for what is to stand in them",
     "Give shorter names under short, or more width.")
DIAG(CHART_WORD, ERROR, "%s can only be %s", "")
DIAG(CHART_NUMBER, ERROR, "%s: %s is no number",
     "Leave the cell empty where there is none: the chart says so.")
DIAG(CHART_NAMELESS, ERROR, "%s: the name is missing",
     "Each row has a name in each language.")
DIAG(CHART_BARS, ERROR, "the chart has %s values; there is room for 400",
     "Show the file in a table, or fewer rows of it.")
DIAG(CHART_PAIR, ERROR, "dumbbells have a column of names and two of values",
     "The one is where each bar begins, the other where it ends; more of them are dots.")
DIAG(CHART_PANELS, ERROR, "there are %s panels or columns; there is room for 24", "")
DIAG(CHART_PANEL_COLUMNS, ERROR,
     "panels are of one column of values, or of up to 24 with panels: true",
     "The first column has the names.")
DIAG(CHART_TWICE, ERROR, "%s: there is a value of this name in %s already",
     "Each row of the file is of one panel, and each name stands once in it.")
DIAG(CHART_AXIS_NUMBER, ERROR, "%s is no number that can stand on this axis", "")
DIAG(CHART_ZERO, ERROR, "the axis of bars cannot begin at %s",
     "The length of a bar is its number only from zero on: take it out, or draw lines.")
DIAG(CHART_ROWS, ERROR, "the file has no row but the total",
     "Write the rows above it, or take out total.")
DIAG(CHART_SUM, WARNING, "%s: the rows above do not add up to this total", "")
DIAG(CHART_PART, ERROR, "%s: %s cannot be part of a stack", "Take out stacked.")
DIAG(CHART_WHOLE, WARNING, "%s: the parts in this row do not add up to it", "")
DIAG(CHART_YEAR, ERROR, "%s: %s is no year",
     "Times are years of four digits, or texts, which stand side by side.")
DIAG(CHART_ORDER, ERROR, "%s: the year %s does not come after the one above it",
     "Sort the rows by year, each year once.")
DIAG(CHART_KEY, ERROR, "%s has no meaning in a chart of %s", "Take it out.")
DIAG(CHART_MANY, ERROR, "there are more than %s under %s", "Say the rest in the text.")
DIAG(CHART_SERIES, ERROR, "%s is no column of values of this chart",
     "Write a column that stands under columns, after the first.")
DIAG(CHART_BAND, ERROR, "the band ends before it begins", "Exchange its ends.")
DIAG(CHART_BAND_ENDS, ERROR, "a band is from one time to another, or from low to high",
     "Write from, to, or both; or else low, high, or both.")
DIAG(CHART_BAND_NUMBERS, ERROR, "a band is from low to high",
     "Write one of the two, or both.")
DIAG(CHART_NO_POINT, ERROR, "%s has no value at which this could be written",
     "Write it at another, or in the notes.")
DIAG(CHART_DATE, ERROR, "%s: %s is not a date",
     "Write year, month and day, or year and month, as in 2026-11-23.")
DIAG(CHART_PERIOD, ERROR, "%s: the period ends before it begins", "")
DIAG(CHART_OVERLAP, WARNING, "%s: this period begins before that of row %s has ended",
     "What is counted in both is counted twice: leave one out, or show them in a table.")
DIAG(CHART_ANNEX, ERROR, "the table of this chart has no part to stand in",
     "Write - part: data under sections in report.yaml, or take this out.")
DIAG(CHART_ALT, NOTE, "it is not said what the chart shows; those who cannot see it are "
     "told: %s", "Say it better under alt.")

/* image */
DIAG(PICTURE_KIND, ERROR, "%s is %s; a picture must be PNG or JPEG",
     "Export it anew as PNG or, if it is a photograph, as JPEG; to change the end of its "
     "name is not enough.")
DIAG(PICTURE_CODING, ERROR, "%s is %s, which cannot be set",
     "Open it in a picture editor and save it as an ordinary JPEG.")
DIAG(PICTURE_CUT, ERROR, "the end of the picture %s is missing",
     "Copy it again from where it came.")
DIAG(PICTURE_BROKEN, ERROR, "the picture %s is broken: %s",
     "Copy it again from where it came, or save it anew in a picture editor.")
DIAG(PICTURE_TOO_LARGE, ERROR, "the picture %s is too large: %s",
     "At most: 64 MiB, 100 million pixels, 30,000 pixels a side. Save it smaller.")
DIAG(PICTURE_COARSE, WARNING, "the picture %s has only %s",
     "Use one with more pixels, or set it smaller.")

/* style: theme.yaml */
DIAG(THEME_LENGTH, ERROR, "%s is not a length", "Write it as in 18 mm, 10.5 pt or 0.5 in.")
DIAG(THEME_NO_UNIT, ERROR, "%s has no unit", "Write it as in 18 mm, 10.5 pt or 0.5 in.")
DIAG(THEME_UNIT, ERROR, "%s is not a unit of length", "There are pt, mm, cm and in.")
DIAG(THEME_COUNT, ERROR, "%s is not a whole number", "")
DIAG(THEME_SHARE, ERROR, "%s is not a percentage", "Write it as in 62 %.")
DIAG(THEME_RANGE, ERROR, "%s is outside %s", "")
DIAG(THEME_WORD, ERROR, "there is no %s; the nearest is %s", "")
DIAG(THEME_COLOUR, ERROR, "%s is not a colour", "Write it as in \"#9C3F24\", with the quotes.")
DIAG(THEME_COLOUR_NAME, ERROR, "there is no %s; the nearest is %s",
     "A colour without a name is written as in \"#9C3F24\", with the quotes.")
DIAG(THEME_COLOUR_ABSENT, ERROR, "%s is empty",
     "Put quotes around a colour, as in \"#9C3F24\": without them # begins a comment.")
DIAG(THEME_INK, ERROR, "this is not an ink",
     "Write cyan, magenta, yellow and black in percent, as in [20, 82, 95, 12], or converted: "
     "what the profile of the press makes of the colour.")
DIAG(THEME_INK_PART, ERROR, "%s is not so much of an ink",
     "Write a whole number from 0 to 100, without a sign.")
DIAG(THEME_INK_LIMIT, ERROR, "the ink of %s, more than %s",
     "Take some away, or ask the print shop for the limit of its paper and write that as "
     "ink-limit.")
DIAG(THEME_INK_TWICE, ERROR, "%s and %s are one colour on the screen and have two inks",
     "Give both the same ink, or change one of the colours a little.")
DIAG(THEME_PROFILE, ERROR, "the profile %s cannot be used: %s",
     "Ask the print shop for the ICC profile of its paper and press.")
DIAG(THEME_SPOT, ERROR, "this is not a spot ink",
     "Write the colour that is printed with it and the name of the ink, as in {colour: brick, "
     "name: PANTONE 174 C}, or none.")
DIAG(THEME_SPOT_NAME, ERROR, "%s cannot be the name of a spot ink",
     "Write the name the print shop uses; Cyan, Magenta, Yellow, Black, All and None mean "
     "other plates.")
DIAG(THEME_LIST, ERROR, "there are %s here; there must be %s", "")
DIAG(THEME_FEATURE, ERROR, "%s is not an OpenType feature",
     "Write its four letters, as in onum; -liga switches one off, ss01=2 chooses.")
DIAG(THEME_KASHIDA, ERROR, "there is no %s; the nearest is %s", "")
DIAG(THEME_NOT_A_WORD, ERROR, "%s is not a word",
     "Write each word by itself, without spaces and signs.")
DIAG(THEME_SIZE, ERROR, "this is not the size of a page",
     "Write a name, as in A4, or width and height, as in [210 mm, 297 mm].")
DIAG(THEME_SIZE_NAME, ERROR, "there is no %s; the nearest is %s",
     "Any other is written by width and height, as in [210 mm, 297 mm].")
DIAG(THEME_ORDER, ERROR, "%s must be less than %s", "")
DIAG(THEME_FIT, ERROR, "%s is more than %s", "")
DIAG(THEME_FIGURES, ERROR, "figures-scale is given, and no family in figures",
     "Name one, or leave out figures-scale.")
DIAG(THEME_CONTRAST, WARNING, "the contrast of %s is only %s",
     "Text can be read by most at 4.5:1 and above (WCAG 2.2).")

DIAG(THEME_LANGUAGE, ERROR, "%s is not a language tag", "Write it as in ur, he or fa-AF.")
DIAG(THEME_LANGUAGE_MANY, ERROR, "there are more than 32 languages", "")

/* style: fonts of the report */
DIAG(THEME_FONT, ERROR, "the font %s cannot be used: %s", "")
DIAG(THEME_FONT_NAME, ERROR, "%s cannot be the name of a family of the report: %s",
     "Give it another.")
DIAG(THEME_FONT_MANY, ERROR, "there are more than 32 families", "")
DIAG(THEME_FONT_BOLD, WARNING, "the family %s has no bold: what is to be bold does not show",
     "Add its bold, or choose another family.")
DIAG(THEME_FONT_ITALIC, WARNING, "the family %s has no italic: emphasis does not show",
     "Add its italic, or choose another family.")
DIAG(THEME_FONT_LETTERS, WARNING, "the family %s has not all %s",
     "Other families stand in for what it lacks.")
DIAG(THEME_FONT_CFF, WARNING, "the font %s has CFF outlines: vocalised Arabic set in it "
     "cannot be copied or searched", "Take a TrueType font for Arabic.")
DIAG(THEME_FEATURE_ABSENT, WARNING, "the family %s has no OpenType feature %s here",
     "Take it out, or choose a family that has it.")

/* text */
DIAG(GLYPH_MISSING, ERROR, "no font has the character %s",
     "Write it otherwise, or take it out: it cannot be printed.")
DIAG(MARKS, ERROR, "more than 30 marks stand on one letter", "Take some of them out.")

/* lines */
DIAG(WORD_TOO_WIDE, WARNING, "a word is wider than the column and was broken to fit",
     "Shorten it, or write it so that it can be broken.")
DIAG(LINE_LOOSE, NOTE, "a loose line: its spaces are %s times as wide as the font's",
     "Change a word or two, or let a line of the paragraph break elsewhere.")
DIAG(LINE_SHORT, NOTE, "a line stays %s short, with spaces %s times as wide as the font's",
     "Change a word or two, or let a line of the paragraph break elsewhere.")
DIAG(LINE_LOOSEST, NOTE, "of %s loose lines this is the loosest: %s times", "")


/* pages */
DIAG(LEAK, ERROR, "%s is to be withheld, but stands on %s",
     "Withhold it there too: in braces, or with what it stands in.")
DIAG(LEAK_NOTATION, ERROR, "%s would be printed as it is written, on page %s",
     "Write it in a text of Markdown: nothing else is read for it.")
DIAG(LINES_TOUCH, WARNING, "what stands here reaches the line above it",
     "Leave out a vowel mark there, or give the role more leading in theme.yaml.")
DIAG(TABLE_SQUEEZED, WARNING, "the table is too wide: words in it were broken to fit",
     "Leave out a column, make two tables of it, or shorten the longest words.")
DIAG(TABLE_UPRIGHT, WARNING, "this table cannot be turned",
     "Only one that stands by itself in a section of a report can: not in a list, a "
     "quotation, a panel or a single file.")
DIAG(TABLE_CRUSHED, ERROR, "the table has more columns than the page has room for",
     "Make several tables of it, or leave columns out.")
DIAG(MARGIN_LONG, ERROR, "this is longer than the outer column of a page",
     "Shorten it, or make it a panel.")
DIAG(MARGIN_MOVED, WARNING, "there is no room beside the paragraph for this: it stands on the "
     "next page", "Shorten it, or others near it, or put it beside another paragraph.")
DIAG(CHART_HIGH, ERROR, "the chart is higher than a page",
     "Show fewer rows, or make several charts of it.")
DIAG(CHART_SMALL, WARNING, "in large print the letters of this chart have no room; they are "
     "as in the report", "Give it fewer or shorter names, or say its numbers in a table.")
DIAG(COVER_FULL, ERROR, "the cover has no room for all that is to stand there",
     "Shorten the title, the publisher, the campaign or the notice.")
DIAG(BACK_COVER_FULL, ERROR, "the back cover has no room for all that is to stand there",
     "Shorten the blurb: five lines say what the report says.")
DIAG(HANDOUT_FULL, ERROR, "the handout in %s has %s",
     "findings, figures, charts, calls and sides of the edition say what it shows; "
     "handout in theme.yaml says how small and how tight it may be.")
DIAG(HANDOUT_ROOM, WARNING, "the handout in %s has room for %s more",
     "Its foot stays white. findings, figures, charts, calls and sides of the edition say "
     "what it shows.")
DIAG(HANDOUT_NARROW, ERROR, "the columns of the handout would be no wider than %s",
     "Take a wider paper, or in theme.yaml smaller margins for handout.")
DIAG(HANDOUT_EMPTY, ERROR, "there is nothing to put into the handout in %s",
     "It is made of findings, key figures, charts and recommendations.")
DIAG(SITE_LONG, WARNING, "the address is too long for a QR code of this size",
     "Give a shorter one, or a larger code in theme.yaml.")
DIAG(RUNNING_TOO_LONG, WARNING, "the head of a page has no room for so long a title",
     "Give a shorter one: short-title in report.yaml; title in the first lines of a file, "
     "between two lines of ---.")
DIAG(NOTICE_TOO_LONG, WARNING, "the foot of a page has no room for so long a notice",
     "Shorten it, or put it into a section.")
