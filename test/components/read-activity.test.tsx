// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReadActivity } from '../../components/card/ReadActivity';
import type { SiteActivity } from '../../lib/sites';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish('en-IE'));
afterEach(cleanup);

const full: SiteActivity = {
  id: '1',
  title: 'Evening run',
  sport: 'run',
  startLocal: '2026-05-04T18:00',
  movingTimeS: 3753,
  elapsedTimeS: 3900,
  distanceM: 12_340,
  elevationGainM: 120,
  avgHrBpm: 148,
  maxHrBpm: 171,
  own: true,
};
const nothing: SiteActivity = {
  ...full,
  title: null,
  sport: null,
  movingTimeS: null,
  distanceM: null,
  avgHrBpm: null,
};

function shown(activity: SiteActivity | null) {
  const { container } = render(<ReadActivity reading={{ activity, notFound: [] }} />);
  const cells = Object.fromEntries(
    [...container.querySelectorAll('dl > div')].map((cell) => [
      cell.querySelector('dt')?.textContent,
      cell.querySelector('dd')?.textContent,
    ]),
  );
  return { cells, title: container.querySelector('h2')?.textContent, note: container.querySelector('small')?.textContent, container };
}

describe('the activity on the card', () => {
  it('is shown as it was read', () => {
    const { cells, title, note } = shown(full);
    expect(title).toBe('Evening run');
    expect(cells).toEqual({ Sport: 'Run', 'Moving time': '1:02:33', Distance: '12.3 km', 'Average heart rate': '148 bpm' });
    expect(note).toBe('Read from this page: everything.');
  });

  it.each([
    [59.6, '1:00'],
    [2530, '42:10'],
    [3599.7, '1:00:00'],
    [3605, '1:00:05'],
    [36_000, '10:00:00'],
  ])('a moving time of %d s is %s', (movingTimeS, words) => {
    expect(shown({ ...full, movingTimeS }).cells['Moving time']).toBe(words);
  });

  it('a swim is in metres', () => {
    expect(shown({ ...full, sport: 'swim', distanceM: 1500 }).cells.Distance).toBe('1,500 m');
  });

  it('what could not be read is named, where it is missing and below', () => {
    const { cells, title, note } = shown({ ...full, title: null, avgHrBpm: null });
    expect([title, cells['Average heart rate']]).toEqual(['This activity', 'not read']);
    expect(note).toBe('Could not read: title, average heart rate.');
  });

  it('what the card does not show is not missed on it', () => {
    expect(shown({ ...full, elevationGainM: null, maxHrBpm: null, startLocal: null, elapsedTimeS: null }).note).toBe(
      'Read from this page: everything.',
    );
  });

  it('a zero is a figure, not something missing', () => {
    expect(shown({ ...full, distanceM: 0 }).cells.Distance).toBe('0 km');
  });

  it('somebody else’s is marked', () => {
    shown({ ...full, own: false });
    expect(screen.getByText('Somebody else’s activity')).toBeTruthy();
  });

  it.each([true, null])('one’s own, or nobody knows whose (%s), is not', (own) => {
    shown({ ...full, own });
    expect(screen.queryByText(/Somebody else/)).toBeNull();
  });

  it('that nobody knows the owner of says so, and does not claim to have read everything', () => {
    const { note } = shown({ ...full, own: null, title: null });
    expect(note).toBe('Could not read: title, whose activity.');
  });

  // The two sentences stand side by side: "Read from this page: everything. Whose activity this is could not be read."
  it('that nobody knows the owner of was not read to the last datum', () => {
    expect(shown({ ...full, own: null }).note).not.toContain('everything');
  });

  it.each([
    ['no activity', null],
    ['an activity of which nothing could be read', nothing],
  ])('%s is said openly', (_, activity) => {
    const { container } = shown(activity);
    expect(container.textContent).toContain('could read nothing on it');
    expect(container.querySelector('dl')).toBeNull();
  });

  it('a title is text, whatever is in it', () => {
    const { container } = shown({ ...full, title: '<img src=x onerror=alert(1)>' });
    expect(container.querySelector('img')).toBeNull();
    expect(container.querySelector('h2')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });
});
