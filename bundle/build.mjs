// Builds assets/vendor/plotly-<version>.min.js: plotly.js with only the trace types named in entry.js.
//
// Run `./build.sh`, which installs the pinned packages first. The result is the same on every machine;
// tests/test_plotly_bundle.py compares the committed file with bundle.json written here.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const vendor = join(here, '..', 'assets', 'vendor');
const packageOf = (name) => JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8'));
const { version } = packageOf('plotly.js');
const traces = ['scatter', ...[...readFileSync(join(here, 'entry.js'), 'utf8').matchAll(/plotly\.js\/lib\/(\w+)'\)/g)]
    .map((match) => match[1])
    .filter((name) => name !== 'core')].sort();

/** Source text without the attributes' prose, which only plotly's own documentation reads. */
function withoutDescriptions(source) {
    const cuts = [];
    simple(parse(source, { ecmaVersion: 'latest', sourceType: 'script' }), {
        Property(node) {
            if (!node.computed && !node.shorthand && node.key.name === 'description') {
                cuts.push([node.start, node.end + source.slice(node.end).match(/^\s*,?/)[0].length]);
            }
        }
    });
    const outermost = cuts.filter(([start, end]) => !cuts.some(([s, e]) => s < start && end < e));
    return outermost.sort(([a], [b]) => b - a).reduce(
        (text, [start, end]) => text.slice(0, start) + text.slice(end), source);
}

const terse = {
    name: 'without-descriptions',
    setup({ onLoad }) {
        onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
            contents: withoutDescriptions(readFileSync(path, 'utf8')),
            loader: 'js'
        }));
    }
};

const result = await build({
    absWorkingDir: here,
    entryPoints: ['entry.js'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'Plotly',
    target: 'es2016',
    charset: 'utf8',
    legalComments: 'none',
    outfile: `plotly-${version}.min.js`,
    define: { global: 'window', 'define.amd': 'false' },
    loader: { '.css': 'empty' },
    banner: {
        js: `/* plotly.js v${version}, (c) Plotly, Inc., MIT licence. Partial bundle: ${traces.join(', ')}. `
            + `Licences of all parts: plotly-${version}.LICENSES.txt */`
    },
    plugins: [terse],
    logLevel: 'warning'
});

const [script] = result.outputFiles;
const packages = [...new Set(Object.keys(result.metafile.outputs[`plotly-${version}.min.js`].inputs)
    .map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean))].sort();
const licences = packages.map((name) => {
    const about = packageOf(name);
    const folder = join(here, 'node_modules', name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '(the package holds no licence text)';
    return `${name} ${about.version} (${about.license})\n\n${text}\n`;
}).join(`\n${'-'.repeat(72)}\n\n`);
const record = {
    file: `plotly-${version}.min.js`,
    plotly_js: version,
    origin: `npm package plotly.js ${version}, built by bundle/build.sh`,
    licence: 'MIT; the parts and their licences are listed beside the file',
    traces,
    sha256: createHash('sha256').update(script.contents).digest('hex'),
    bytes: script.contents.length,
    bytes_gzip: gzipSync(script.contents, { level: 9 }).length,
    bytes_brotli: brotliCompressSync(script.contents).length
};

mkdirSync(vendor, { recursive: true });
writeFileSync(join(vendor, record.file), script.contents);
writeFileSync(join(vendor, `plotly-${version}.LICENSES.txt`), licences);
writeFileSync(join(vendor, 'bundle.json'), `${JSON.stringify(record, null, 2)}\n`);
console.log(JSON.stringify(record, null, 2));
