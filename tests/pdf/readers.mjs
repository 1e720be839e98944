// What pdf.js finds in PDFs: one line of JSON for each file named.
// Run by tests/pdf/run-readers.py; the version of pdf.js is pinned in package.json.
import { readFileSync } from 'node:fs';

const quiet = console.log;
console.log = console.warn = () => {};   // what is missing for drawing, which is not done here
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
console.log = quiet;

// The text within each mark of a page, by the id that the structure tree uses.
function textOfMarks(items) {
    const texts = new Map();
    const open = [];
    for (const item of items) {
        if (item.type?.startsWith('beginMarkedContent')) {
            open.push(item.id ?? null);
        } else if (item.type === 'endMarkedContent') {
            open.pop();
        } else {
            const id = open.findLast(one => one !== null);
            if (id !== undefined)
                texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''));
        }
    }
    return texts;
}

function withText(node, texts) {
    if (node.type === 'content')
        return texts.get(node.id) ?? '';
    if (node.type)
        return { role: node.type };
    const { role, alt, lang } = node;
    return { role, alt, lang, kids: (node.children ?? []).map(kid => withText(kid, texts)) };
}

async function outlineOf(pdf) {
    const entries = [];
    const walk = async (items, level) => {
        for (const item of items ?? []) {
            const target = typeof item.dest === 'string' ? await pdf.getDestination(item.dest) : item.dest;
            entries.push({ title: item.title, level, page: target ? await pdf.getPageIndex(target[0]) : null });
            await walk(item.items, level + 1);
        }
    };
    await walk(await pdf.getOutline(), 1);
    return entries;
}

async function read(path) {
    const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, disableFontFace: true,
                               useSystemFonts: false });
    const pdf = await task.promise;
    const trees = [];
    for (let n = 1; n <= pdf.numPages; n++) {
        const page = await pdf.getPage(n);
        const { items } = await page.getTextContent({ includeMarkedContent: true });
        const tree = await page.getStructTree();
        trees.push(tree ? withText(tree, textOfMarks(items)) : null);
    }
    const attachments = {};
    for (const file of Object.values((await pdf.getAttachments()) ?? {}))
        attachments[file.filename] = { bytes: file.content.length, description: file.description };
    const found = { pages: pdf.numPages, marked: (await pdf.getMarkInfo())?.Marked ?? false,
                    labels: await pdf.getPageLabels(), outline: await outlineOf(pdf), attachments, trees };
    await task.destroy();
    return found;
}

for (const path of process.argv.slice(2))
    console.log(JSON.stringify(await read(path)));
