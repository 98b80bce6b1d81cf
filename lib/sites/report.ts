import type { PageReading, TrainingSite } from './site';

/**
 * The report about a page that could not be read: its structure, for whoever repairs the reader. It contains no content: no text, figures,
 * names or addresses. Class names and similar are kept only as far as they consist of letters, and only if the page's content does not
 * contain the same word.
 */

const DEEPEST = 7;
const LONGEST = 300;
const MOST_CHILDREN = 12;

/** Attributes whose values are structure. For all others, only the name is reported. */
const STRUCTURE = [
  'id',
  'class',
  'data-testid',
  'data-react-class',
  'data-glossary-term',
  'itemtype',
  'itemprop',
  'typeof',
  'property',
  'role',
];
/** Elements for scripts, styles and drawings. */
const LEFT_OUT = /^(script|style|svg|path|noscript|template|iframe|link|meta)$/;

const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Every word in the page's texts and in attributes that can hold content. */
function listContent(root: ParentNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of root.querySelectorAll('*')) {
    for (const node of element.childNodes) if (node.nodeType === 3) for (const word of words(node.textContent ?? '')) found.add(word);
    for (const name of element.getAttributeNames()) {
      if (!STRUCTURE.includes(name)) for (const word of words(element.getAttribute(name) ?? '')) found.add(word);
    }
  }
  return found;
}

/** A name without anything that could be content: "DataBlock_dataField__t4-ai" becomes "DataBlock_dataField__t…-ai". */
function redacted(name: string, content: ReadonlySet<string>, known: ReadonlySet<string>): string {
  return name.replace(/\p{L}+|[^\p{L}_-]+/gu, (part) =>
    /^[a-zA-Z]+$/.test(part) && (known.has(part.toLowerCase()) || !content.has(part.toLowerCase())) ? part : '…',
  );
}

function line(element: Element, safe: (name: string) => string): string {
  const parts = element.getAttributeNames().map((name) => {
    const raw = (element.getAttribute(name) ?? '').trim();
    // The end of an id often identifies a person or a thing.
    const value = name === 'id' ? raw.replace(/^([a-z]+)[^a-z].*$/i, '$1-') : raw;
    const values = STRUCTURE.includes(name) ? value.split(/\s+/).map(safe).join(' ') : null;
    return values === null ? safe(name) : `${safe(name)}=${values}`;
  });
  return `${safe(element.localName)}${parts.length > 0 ? ` [${parts.join('; ')}]` : ''}`;
}

function* outline(element: Element, safe: (name: string) => string, depth = 0): Generator<string> {
  yield '  '.repeat(depth) + line(element, safe);
  if (depth === DEEPEST) return;
  const children = [...element.children].filter((child) => !LEFT_OUT.test(child.localName));
  for (const child of children.slice(0, MOST_CHILDREN)) yield* outline(child, safe, depth + 1);
  if (children.length > MOST_CHILDREN) yield `${'  '.repeat(depth + 1)}…`;
}

/**
 * The report as text, shown to the user before it is copied. Covers the surroundings of the card's place, or the whole body when there is
 * no place. Never throws.
 */
export function buildReport(site: TrainingSite, document: Document, url: URL, reading: PageReading): string {
  const head = [
    `site: ${site.id}`,
    `page: ${site.pageKind(url) ?? 'none'}`,
    `not found: ${reading.activity === null ? 'activity' : reading.notFound.join(', ')}`,
  ];
  try {
    const place = site.mountPoint(document, url);
    const root = place?.anchor.parentElement?.closest('section, main, article') ?? place?.anchor.parentElement ?? document.body;
    const content = listContent(document);
    // Words in our own selectors are public, and the first thing to look for in a report.
    const known = new Set(words(place?.selector ?? ''));
    const safe = (name: string) => redacted(name, content, known);
    const lines = [...outline(root, safe)];
    return [...head, `place: ${place?.selector ?? 'none'}`, ...lines.slice(0, LONGEST), ...(lines.length > LONGEST ? ['…'] : [])].join(
      '\n',
    );
  } catch {
    // A page can shadow the methods used here. Only the head of the report is left then.
    return head.join('\n');
  }
}
