// Renders the two specifications beside this file with Vega-Lite, for the comparison in
// ../README.md. Not run by any test or by `make pictures`:
//     npm install vega vega-lite @resvg/resvg-js && node render.mjs ../../../content/data
import {readFileSync, writeFileSync} from 'node:fs';
import * as vega from 'vega';
import * as lite from 'vega-lite';
import {Resvg} from '@resvg/resvg-js';

const here = new URL('.', import.meta.url).pathname;
const arabic = {decimal: '٫', thousands: '٬', grouping: [3], currency: ['', ''],
                numerals: ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩']};

for (const name of ['line', 'bars']) {
  const spec = JSON.parse(readFileSync(here + name + '.vl.json'));
  const csv = readFileSync(process.argv[2] + '/' + spec.data.url, 'utf8');
  spec.data = {values: vega.read(csv, {type: 'csv', parse: 'auto'})};
  const {spec: compiled} = lite.compile(spec);
  const view = new vega.View(vega.parse(compiled), {renderer: 'none', locale: {number: arabic}});
  const svg = await view.toSVG();
  const picture = new Resvg(svg, {background: 'white', fitTo: {mode: 'zoom', value: 1},
                                  font: {loadSystemFonts: true}});
  writeFileSync(here + name + '.png', picture.render().asPng());
}
