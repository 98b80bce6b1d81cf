// @vitest-environment happy-dom
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { strava } from '../../../../lib/sites/strava';
import { makePage, outing } from '../../../fixtures/strava/make-page';
import { words } from '../../../fixtures/strava/words';
import { address, toDocument } from './parse-page';

/** 10,000 and more by `REBOUND_MUTATIONS`; what runs each time is a sample. */
const RUNS = Number(process.env.REBOUND_MUTATIONS ?? 200);

/** A window keeps the documents it parsed for as long as it lives, so every hundred get one of their own. */
let parser = new DOMParser();
let window: Window | undefined;
let parsed = 0;
async function fresh(html: string): Promise<Document> {
  if (parsed++ % 100 === 0) {
    await window?.happyDOM.close();
    window = new Window({ url: address.href });
    parser = new window.DOMParser() as unknown as DOMParser;
  }
  return parser.parseFromString(html, 'text/html');
}

type Mutation = readonly [kind: number, where: number];

const JUNK = ['', '—', '…', 'NaN', '-5', '∞', 'undefined', '٢٢', '()'];
const LANGUAGES = ['', 'en', 'de', 'fr', 'xx', 'es', 'ja', '<'];

const pick = (list: readonly string[], where: number) => list[where % list.length] ?? '';

/** Takes something away from the page, or puts something in its place that says nothing. Never adds a figure that could be taken for one. */
function mutate(document: Document, [kind, where]: Mutation): void {
  const elements = [...document.querySelectorAll('*')];
  const element = elements[where % elements.length];
  const onlyAttributes = kind === 2 || kind === 3 || kind === 8;
  if (!element || (element === document.documentElement && !onlyAttributes)) return;
  const attributes = element.getAttributeNames();
  const attribute = attributes[where % Math.max(1, attributes.length)];
  if (kind === 0) element.remove();
  else if (kind === 1) element.replaceChildren();
  else if (kind === 2 && attribute !== undefined) element.removeAttribute(attribute);
  else if (kind === 3 && attribute !== undefined) element.setAttribute(attribute, pick(JUNK, where));
  else if (kind === 4) {
    const renamed = document.createElement('x-hashed');
    renamed.append(...element.childNodes);
    element.replaceWith(renamed);
  } else if (kind === 5) element.replaceWith(...element.childNodes);
  else if (kind === 6) {
    // Titles are the page's own words, any of them as good as another.
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && !element.matches('title, .activity-name'));
    const text = texts[where % Math.max(1, texts.length)];
    if (text) text.textContent = pick(JUNK, where);
  } else if (kind === 7) element.after(element.cloneNode(true));
  else if (kind === 8) document.documentElement.setAttribute('lang', pick(LANGUAGES, where));
  else if (kind === 9) element.after(document.createComment('moved'), document.createElement('div'));
}

const page = fc.record({
  words: fc.constantFrom(...words),
  layout: fc.constantFrom('ride', 'run'),
  own: fc.boolean(),
  island: fc.boolean(),
  script: fc.boolean(),
  glossary: fc.boolean(),
});
const mutations = fc.array(fc.tuple(fc.nat(9), fc.nat()), { minLength: 1, maxLength: 14 });

describe('a page that changed at random', () => {
  it('is read right, or named as not found; nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(page, mutations, async ({ words: language, layout, ...options }, changes) => {
        const document = await fresh(makePage(language, { ...options, layout: layout as 'ride' | 'run' }));
        for (const change of changes) mutate(document, change);
        const { activity, notFound } = strava.read(document, address, null);
        if (activity === null) throw new Error('no activity');
        const truth: Record<string, unknown> = { ...outing, own: options.own };
        for (const [datum, value] of Object.entries(activity)) {
          if (value !== null) expect([datum, value]).toEqual([datum, truth[datum]]);
        }
        expect(notFound).toEqual(Object.entries(activity).flatMap(([datum, value]) => (value === null ? [datum] : [])));
        strava.mountPoint(document, address);
        // Nodes are held by weak references as well, which are only dropped between tasks.
        await new Promise(setImmediate);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('is read whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (title, text, json) => {
        const document = toDocument(makePage(words[0] ?? fc.sample(page, 1)[0]?.words ?? never()));
        document.title = title;
        for (const element of document.querySelectorAll('strong, td, time, .label')) element.textContent = text;
        document.querySelector('[data-react-props]')?.setAttribute('data-react-props', json);
        expect(() => strava.read(document, address, json)).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  it('is survived when the page shadows what the reader calls', () => {
    const document = toDocument('<html><body><div id="main"></div></body></html>');
    for (const name of ['querySelector', 'querySelectorAll', 'documentElement'] as const) {
      Object.defineProperty(document, name, { value: document.createElement('input') });
    }
    expect(strava.read(document, address, null).activity).toMatchObject({ id: outing.id, title: null, own: null });
    expect(strava.mountPoint(document, address)).toBeNull();
  });
});

function never(): never {
  throw new Error('no words');
}
