import fc from 'fast-check';
import { Window } from 'happy-dom';
import { afterAll, expect, it } from 'vitest';
import { sites } from '../../../lib/sites';
import { fixtures } from '../../fixtures/sites';
import { soakRuns } from '../../support/soak-runs';
import { address, toDocument } from './strava/parse-page';

/**
 * The number of random changes, each followed by a reading. A sample by default; ten thousand with `npm run soak -- pages`, others with
 * `--seed N`.
 */
const MUTATIONS = soakRuns(500);
const SEED = Number(process.env.REBOUND_SEED ?? 20_261_127);
/** Changes to one page before a new one is used: after that, little of the page is left. */
const PER_PAGE = 10;

const JUNK = ['', '—', '…', 'NaN', '-5', '∞', 'undefined', '٢٢', '()', '<b>', '{}'];
const LANGUAGES = ['', 'en', 'de', 'fr', 'xx', 'es', 'ja', '<'];
const pick = (list: readonly string[], where: number) => list[where % list.length] ?? '';

/** Words from the page itself. */
const TITLE = 'title, .activity-name, h1, h3, [class*="ActivityName"], [class*="ActivityName"] *, [itemprop="name"], [property$="name"]';
/** Texts without figures: another figure could also be true. */
const NAMES = /^(value|content)$/;

/** Removes or moves part of the page, or replaces it with something meaningless. Never adds a figure that could be read as true. */
function mutate(document: Document, kind: number, where: number): void {
  const elements = [...document.querySelectorAll('*')];
  const element = elements[where % elements.length];
  const onlyAttributes = kind === 2 || kind === 3 || kind === 8;
  if (!element || (element === document.documentElement && !onlyAttributes)) return;
  const attributes = element.getAttributeNames();
  const attribute = attributes[where % Math.max(1, attributes.length)];
  if (kind === 0) element.remove();
  else if (kind === 1) element.replaceChildren();
  else if (kind === 2 && attribute !== undefined) element.removeAttribute(attribute);
  else if (kind === 3 && attribute !== undefined) {
    if (!(NAMES.test(attribute) && element.matches(`${TITLE}, .workoutTitle, [itemprop="identifier"], [property$="identifier"]`)))
      element.setAttribute(attribute, pick(JUNK, where));
  } else if (kind === 4) {
    const renamed = document.createElement('x-hashed');
    renamed.append(...element.childNodes);
    element.replaceWith(renamed);
  } else if (kind === 5) element.replaceWith(...element.childNodes);
  else if (kind === 6) {
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && !element.matches(`${TITLE}, [itemprop="identifier"]`));
    const text = texts[where % Math.max(1, texts.length)];
    if (text) text.textContent = pick(JUNK, where);
  } else if (kind === 7) element.after(element.cloneNode(true));
  else if (kind === 8) document.documentElement.setAttribute('lang', pick(LANGUAGES, where));
  else if (kind === 9) element.after(document.createComment('moved'), document.createElement('div'));
  // In a table, order gives meaning: a page with other cells first would state other values.
  else if (kind === 10 && !element.matches('td, th, td *, th *')) element.parentElement?.prepend(element);
}

/** A window keeps the documents that it parsed, so every hundred get a new one. */
let window: Window | undefined;
let parsed = 0;
async function fresh(html: string): Promise<Document> {
  if (window === undefined || parsed++ % 100 === 0) {
    await window?.happyDOM.close();
    window = new Window();
  }
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}
afterAll(() => window?.happyDOM.close());

/** An instant with or without seconds is the same; a page without an id uses its address. */
const same = (datum: string, value: unknown, truth: unknown) => value === truth || (datum === 'startLocal' && value === `${truth}:00`);

it(`a randomly changed page is read correctly or reported as not found, and nothing throws (seed ${SEED})`, async () => {
  const random = mulberry(SEED);
  const integer = (below: number) => Math.floor(random() * below);
  for (let page = 0; page < MUTATIONS / PER_PAGE; page++) {
    const ofSite = fixtures[page % fixtures.length] ?? [];
    const { name, site, url, html, truth } = ofSite[integer(ofSite.length)] ?? never();
    const document = await fresh(html);
    // Where the markup lost the element around a person, only their name is left.
    const unsaid = new Set(site.id === 'generic' ? ['id', 'title'] : ['id']);
    const done: string[] = [];
    for (let change = 0; change < PER_PAGE; change++) {
      const [kind, where] = [integer(11), integer(1e6)];
      done.push(`${kind}@${where}`);
      mutate(document, kind, where);
      const { activity, notFound } = site.read(document, url, null);
      const wrong = Object.entries(activity ?? {}).filter(
        ([datum, value]) => value !== null && !unsaid.has(datum) && !same(datum, value, truth[datum]),
      );
      expect({ name, done, wrong }).toEqual({ name, done, wrong: [] });
      expect(notFound).toEqual(Object.entries(activity ?? {}).flatMap(([datum, value]) => (value === null ? [datum] : [])));
      site.mountPoint(document, url);
    }
    // Nodes are also held by weak references, which are dropped only between tasks.
    await new Promise(setImmediate);
  }
}, 3_600_000);

it.each(fixtures.map(([first]) => first ?? never()))('$name is read from any kind of element', ({ site, url, html }) => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (title, text, json) => {
      const document = toDocument(html);
      document.title = title;
      for (const element of document.querySelectorAll('strong, td, time, .label, span, div:not(:has(*))')) element.textContent = text;
      for (const element of document.querySelectorAll('[data-react-props], [content], [value]')) {
        for (const attribute of ['data-react-props', 'content', 'value'])
          if (element.hasAttribute(attribute)) element.setAttribute(attribute, json);
      }
      for (const script of document.querySelectorAll('script')) script.textContent = json;
      expect(() => site.read(document, url, json)).not.toThrow();
    }),
    { numRuns: 20 },
  );
});

it.each(sites)('$id survives a page that shadows the reader’s functions', (site) => {
  const url = fixtures.flat().find((fixture) => fixture.site === site)?.url ?? address;
  const document = toDocument('<html><body><div id="main"></div></body></html>');
  for (const name of ['querySelector', 'querySelectorAll', 'documentElement'] as const) {
    Object.defineProperty(document, name, { value: document.createElement('input') });
  }
  const { activity } = site.read(document, url, null);
  expect(Object.entries(activity ?? {}).filter(([datum, value]) => datum !== 'id' && value !== null)).toEqual([]);
  expect(site.mountPoint(document, url)).toBeNull();
});

/** A small seeded generator, so that a sequence of changes can be repeated: mulberry32, public domain. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function never(): never {
  throw new Error('no fixture');
}
