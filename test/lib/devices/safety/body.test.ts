import { describe, expect, it } from 'vitest';
import { findExclusions } from '../../../../lib/catalogue';
import { type BodyNow, oneTapBlocks, regionBlocks } from '../../../../lib/devices/safety/body';

const NOON = Date.parse('2026-05-04T12:00:00Z');
const MIN = 60_000;
const pain = [{ region: 'calves' as const, signs: ['sudden' as const] }];
const exclusions = findExclusions({ ticked: [], ill: false, injured: false, pain });

describe('the question right before a start', () => {
  const ask = (oneTap: BodyNow['oneTap'], what: Parameters<typeof oneTapBlocks>[0] = { modality: 'massage-gun' }) =>
    oneTapBlocks(what, { screeningDue: null, exclusions, oneTap, nowMs: NOON }).map(({ code }) => code);

  it.each([
    [0, []],
    [-10 * MIN, []],
    [10 * MIN, []],
    [-10 * MIN - 1, ['one-tap-needed']],
    [10 * MIN + 1, ['one-tap-needed']],
  ])('answered "none" %d ms from now: %j', (fromNow, codes) => {
    expect(ask({ answer: 'none', atMs: NOON + fromNow })).toEqual(codes);
  });

  it('signs that were seen stand in the way, however long ago', () => {
    expect(ask({ answer: 'some', atMs: NOON - 24 * 60 * MIN })).toEqual(['one-tap-signs']);
  });

  it('is not asked where it has no place', () => {
    for (const what of [{ modality: 'sauna' }, { class: 'light' as const }]) expect(ask(null, what)).toEqual([]);
    for (const what of [{ modality: 'foam-rolling' }, { class: 'compression' as const }])
      expect(ask(null, what)).toEqual(['one-tap-needed']);
  });
});

describe('the parts of the body that steps name', () => {
  const blocks = (modality: Parameters<typeof regionBlocks>[1], ...regions: readonly (string | null)[]) =>
    regionBlocks(
      regions.map((region) => ({ region }) as never),
      modality,
      exclusions,
    ).map((one) => one.code);

  it('are excluded where it hurts, and never for some modalities', () => {
    expect(blocks('massage-gun', 'calves', 'knees', 'quads')).toEqual(['region-excluded', 'region-never']);
    expect(blocks('stretching', 'calves', 'knees', 'quads')).toEqual(['region-excluded']);
    expect(blocks(null, 'knees')).toEqual([]);
  });

  it('may be none', () => {
    expect(blocks('massage-gun', null)).toEqual([]);
    expect(blocks('massage-gun')).toEqual([]);
  });
});
