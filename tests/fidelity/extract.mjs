// SPDX-License-Identifier: MIT
// Prints the text that one reader finds in a PDF, page by page.
// usage: node extract.mjs NODE_MODULES (pdfium|pdfjs-3.11|pdfjs-current) FILE.pdf
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// What the current pdf.js asks of its host and Debian's node does not yet have.
function add_missing_builtins() {
    Promise.withResolvers ??= function () {
        const parts = {};
        parts.promise = new Promise((resolve, reject) =>
            Object.assign(parts, { resolve, reject }));
        return parts;
    };
    Promise.try ??= (call, ...values) =>
        new Promise((resolve) => resolve(call(...values)));
    Math.sumPrecise ??= (values) => [...values].reduce((sum, value) => sum + value, 0);
}

// A word divided at the end of a line, as the reader's own search finds it. pdf.js joins it
// in its find controller (web/pdf_find_controller.js), pdfium says U+FFFE for the hyphen.
function join_for_pdfjs(text) {
    return text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1");
}

function join_for_pdfium(text) {
    return text.replace(/\uFFFE/g, "");
}

async function pages_by_pdfjs(library, folder, bytes) {
    const document = await library.getDocument({
        data: new Uint8Array(bytes),
        verbosity: 0,
        isEvalSupported: false,
        useSystemFonts: false,
        cMapUrl: `${folder}/cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${folder}/standard_fonts/`,
    }).promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        pages.push(join_for_pdfjs(
            items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("")));
    }
    return pages;
}

async function pages_by_pdfium(library, bytes) {
    const pdfium = await library.PDFiumLibrary.init();
    const document = await pdfium.loadDocument(bytes);
    const pages = Array.from(document.pages(), (page) => join_for_pdfium(page.getText()));
    document.destroy();
    pdfium.destroy();
    return pages;
}

const [modules, reader, file] = process.argv.slice(2);
const folder = resolve(modules, reader);
const require = createRequire(`${resolve(modules)}/`);
const readers = {
    "pdfium": async (bytes) => pages_by_pdfium(require("@hyzyla/pdfium"), bytes),
    "pdfjs-3.11": async (bytes) =>
        pages_by_pdfjs(require(`${folder}/legacy/build/pdf.js`), folder, bytes),
    "pdfjs-current": async (bytes) =>
        pages_by_pdfjs(await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`)),
            folder, bytes),
};

// The libraries tell on standard output that they can't draw: they need not.
console.log = console.info = console.warn = () => {};
add_missing_builtins();
const text = (await readers[reader](readFileSync(file))).join("\n");
process.stdout.write(`${text}\n`, () => process.exit(0));
