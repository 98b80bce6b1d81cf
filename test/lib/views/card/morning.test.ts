import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { DaySnapshot } from '../../../../lib/today/snapshot';
import { toCardMorning } from '../../../../lib/views/card/morning';
import { speakEnglish } from '../../../support/english';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
});

const morning = (readiness: object = {}, more: Partial<DaySnapshot> = {}) =>
  toCardMorning({
    day: '2026-05-04',
    world: 'own',
    readiness: {
      verdict: 'learning',
      rule: 'learning',
      confidence: 'low',
      morning: null,
      doneSince: 0,
      learned: 3,
      needed: 7,
      provisional: true,
      days: 3,
      day: null,
      hr: null,
      newStrap: false,
      contributors: [],
      notes: [],
      ...readiness,
    },
    ruledOut: null,
    check: null,
    ...more,
  } as DaySnapshot);

describe('this morning on the card', () => {
  it('is the verdict, with how much of the learning is done', () => {
    expect(morning()).toMatchObject({ verdict: 'learning', share: 3 / 7, measured: null, since: null, demo: false });
    expect(morning().headline).not.toBe('');
    expect(morning().reason).not.toBe('');
  });

  it('says when it was measured, by the clock on the wall', () => {
    const check = {
      startedAtMs: Date.parse('2026-05-04T10:30:00Z'),
      timeZone: 'Europe/Berlin',
      rating: 'good',
      rmssdMs: 50,
      meanHrBpm: 50,
    } as const;
    expect(morning({}, { check }).measured).toBe('12:30');
  });

  it('says where it is the example’s', () => {
    expect(morning({}, { world: 'demo' }).demo).toBe(true);
  });

  it.each([
    // Less than 1 is shown as nothing.
    ['in-range', 0.9, null],
    ['in-range', 1, 'Done since: 1.'],
    ['in-range', 42.4, 'Done since: 42.'],
    // The sentence about a hard session says it already.
    ['hard-since-check', 150, null],
  ])('what was done since, by %s: %d', (rule, doneSince, since) => {
    expect(morning({ verdict: 'normal', rule, doneSince }).since).toBe(since);
  });
});
