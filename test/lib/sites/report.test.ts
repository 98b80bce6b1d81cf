import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../lib/sites/report';
import { strava } from '../../../lib/sites/strava';
import { makePage } from '../../fixtures/strava/make-page';
import { words } from '../../fixtures/strava/words';
import { address, toDocument } from './strava/parse-page';

const [english] = words;
if (english === undefined) throw new Error('no words');
const html = makePage(english);
const report = (document: Document) => buildReport(strava, document, address, strava.read(document, address, null));

describe('the report of a page', () => {
  it('contains its structure and what was missing', () => {
    const document = toDocument(html.replace(/<time>[\s\S]*?<\/time>/, '<div class="when"></div>'));
    const text = report(document);
    expect(text).toContain('site: strava\npage: activity\nnot found: startLocal\nplace: .activity-stats .inline-stats');
    for (const name of ['spans… activity-stats', 'inline-stats section', 'class=when']) {
      expect(text).toContain(name);
    }
    expect(text).toContain('data-glossary-term');
  });

  it('contains what it can of a page that shadows built-in functions', () => {
    const document = toDocument('<div id="main"></div>');
    Object.defineProperty(document, 'querySelectorAll', { value: null });
    expect(buildReport(strava, document, address, { activity: null, notFound: [] })).toBe(
      'site: strava\npage: activity\nnot found: activity',
    );
  });

  const secret = fc.stringMatching(/^[a-z]{6,12}$/).map((word) => `zq${word}`);
  it('contains no word and no figure of the page', () => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 6, maxLength: 6 }), fc.integer({ min: 10, max: 99_999_999 }), (names, number) => {
        const document = toDocument(html);
        const [text = '', name = '', title = '', link = '', custom = '', value = ''] = names;
        const main = document.querySelector('#heading') ?? document.body;
        for (const element of main.querySelectorAll('strong, td, time, h1, .label')) element.textContent = `${text} ${number}`;
        const place = document.querySelector('.activity-stats') ?? document.body;
        place.insertAdjacentHTML(
          'afterbegin',
          `<a class="athlete-${name} ${name}${number} x${number}" id="user-${number}" href="/athletes/${number}/${link}" title="${title}" data-name="${value}">
           ${name}</a><input value="${value}" aria-label="${title}"><${custom}-${number} data-${custom}="1">${custom}</${custom}-${number}>`,
        );
        const told = report(document);
        for (const word of names) expect(told.toLowerCase()).not.toContain(word);
        expect(told).not.toMatch(/\d/);
        for (const node of ['Ridge', 'Annecy', 'athletes', 'http']) expect(told).not.toContain(node);
      }),
      { numRuns: 60 },
    );
  });
});
