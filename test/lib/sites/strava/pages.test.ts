import { describe, expect, it } from 'vitest';
import { strava } from '../../../../lib/sites/strava';
import { makePage, outing } from '../../../fixtures/strava/make-page';
import { pages } from '../../../fixtures/strava/pages';
import { words } from '../../../fixtures/strava/words';
import { address, fixture, readActivity, toDocument } from './parse-page';

describe.each(pages)('$file', ({ file, url, activity, mount }) => {
  const reading = strava.read(fixture(file), new URL(url), null);

  it('is read correctly, or reported as not found', () => {
    expect(reading.activity).toEqual(activity);
    expect(reading.notFound).toEqual(Object.keys(activity).filter((datum) => activity[datum] === null));
  });

  it('has a place for the card', () => {
    expect(strava.mountPoint(fixture(file), new URL(url))?.selector ?? null).toBe(mount);
  });
});

describe('in every language', () => {
  const layouts = ['ride', 'run'] as const;
  const matrix = words.flatMap((page) => layouts.map((layout) => ({ lang: page.lang, layout, page })));

  it.each(matrix)('$lang, laid out as a $layout', ({ page, layout }) => {
    expect(readActivity(makePage(page, { layout }))).toEqual({ ...outing });
  });

  it.each(words)('$lang, without island, script and glossary terms', (page) => {
    expect(readActivity(makePage(page, { island: false, script: false, glossary: false }))).toEqual({ ...outing });
  });

  it.each(words)('$lang, another person’s, without heart rate', (page) => {
    const { activity, notFound } = strava.read(toDocument(makePage(page, { own: false, heartRate: false })), address, null);
    expect(activity).toEqual({ ...outing, own: false, avgHrBpm: null, maxHrBpm: null });
    expect(notFound).toEqual(['avgHrBpm', 'maxHrBpm']);
  });
});

it('is no activity at another address', () => {
  const html = makePage(
    words[0] ??
      (() => {
        throw new Error('no words');
      })(),
  );
  expect(strava.read(toDocument(html), new URL('https://www.strava.com/dashboard'), null)).toEqual({ activity: null, notFound: [] });
});
