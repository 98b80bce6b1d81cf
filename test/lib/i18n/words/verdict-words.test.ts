import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { BluetoothFaultCode } from '../../../../lib/bluetooth/fault';
import type { QualityCode } from '../../../../lib/hrv';
import {
  faultAdvice,
  headline,
  qualityReason,
  rangeMs,
  reason,
  restsOn,
  troubleAdvice,
  unsupportedTodo,
} from '../../../../lib/i18n/words/verdict-words';
import { toDaySnapshot } from '../../../../lib/today/snapshot';
import { aCheck } from '../../../support/checks';
import { speakEnglish } from '../../../support/english';
import { judgedBy, RULES, USUAL } from '../../../support/readiness';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  agent('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36');
});
afterEach(() => void vi.unstubAllGlobals());

function agent(userAgent: string): void {
  vi.stubGlobal('navigator', { userAgent });
}

/** Read before the texts are loaded: the tests of each rule are created at once. */
function reasonIn(rule: (typeof RULES)[number]): string {
  speakEnglish();
  return reason(judgedBy(rule));
}

/** A complete sentence without unfilled placeholders. */
function expectSentence(text: string): void {
  expect(text).toMatch(/^\S.*[.?]$/);
  expect(text).not.toMatch(/\$\d|undefined|NaN|null| {2}| [.,]|\(\)/);
}

describe('the verdict in words', () => {
  /** The headline of each verdict. */
  it.each([
    ['in-range', 'Ready for hard'],
    ['below-middle', 'Train as planned'],
    ['day-high', 'Train as planned'],
    ['day-low', 'Take it easy'],
    ['trend-low', 'Take it easy'],
    ['day-and-trend-low', 'Rest or very easy'],
    ['learning', 'Learning, 3 of 7'],
    ['no-check', 'No check yet today'],
    ['unreadable', 'Not readable today'],
    ['late', 'No morning check today'],
  ] as const)('%s: %s', (rule, words) => {
    expect(headline(judgedBy(rule))).toBe(words);
  });

  it.each(RULES)('%s has a reason', (rule) => {
    expectSentence(reason(judgedBy(rule)));
  });

  it.each(RULES.filter((rule) => /RMSSD|HRV is (?!not|unusual as well)/.test(reasonIn(rule))))(
    '%s: names the usual range in ms, never a bare number',
    (rule) => {
      expect(reason(judgedBy(rule))).toContain('your usual 40–60 ms');
    },
  );

  /** Readiness is about the morning, limited by what was done since. */
  it('after a hard workout describes the morning and what was done', () => {
    expect(reason(judgedBy('hard-since-check'))).toBe('This morning: ready for hard work. Done since: 118. The rest of today is recovery.');
  });

  it('fatigue over weeks is no diagnosis: lists other causes, and whom to ask', () => {
    expect(reason(judgedBy('fatigue-warning'))).toMatch(/Illness, too little food and life stress.*coach or a doctor/);
  });

  it('says how many mornings are left', () => {
    expect(reason(judgedBy('learning', { learned: 3 }))).toContain('4 more readable mornings');
    expect(reason(judgedBy('learning', { learned: 6 }))).toContain('one more readable morning');
    // Seven, but of such a kind that there is no range yet.
    expectSentence(reason(judgedBy('learning', { learned: 7 })));
    expect(reason(judgedBy('learning', { learned: 7 }))).not.toMatch(/\d/);
  });

  it('shows a range of ln(RMSSD) in ms', () => {
    expect(rangeMs(USUAL)).toEqual([expect.closeTo(40, 9), expect.closeTo(60, 9)]);
  });
});

describe('the basis of today’s verdict', () => {
  const rests = (rule: Parameters<typeof judgedBy>[0], overrides = {}, check: ReturnType<typeof aCheck> | null = aCheck()) =>
    restsOn(toDaySnapshot({ day: '2026-05-04', world: 'own', readiness: judgedBy(rule, overrides), check, ruledOut: null }));

  it('is signal and data', () => {
    expect(rests('in-range')).toBe('Good signal, 58 days of data.');
    expect(rests('in-range', { days: 1 })).toBe('Good signal, 1 day of data.');
    expect(rests('unreadable', {}, aCheck({ rating: 'poor' }))).toBe('Poor signal, 3 days of data.');
  });

  it('without a check is the data; without either, nothing', () => {
    expect(rests('no-check', {}, null)).toBe('3 days of data.');
    expect(rests('no-check', { days: 0 }, null)).toBe('');
  });

  it('says when the range is provisional, and when too few checks are recent', () => {
    expect(rests('in-range', { provisional: true, days: 9, confidence: 'medium' })).toMatch(/9 days of data\. Provisional/);
    expect(rests('day-low', { confidence: 'low' })).toMatch(/Low confidence: fewer than 3 checks in the last 7 days/);
    expect(rests('learning')).not.toMatch(/Provisional|confidence/);
  });
});

describe('what to do about it', () => {
  const faults: BluetoothFaultCode[] = [
    'unsupported',
    'adapter-off',
    'dismissed',
    'no-gesture',
    'out-of-range',
    'timeout',
    'disconnected',
    'in-progress',
    'not-permitted',
    'not-supported',
    'browser-silent',
    'gatt-error',
  ];
  it.each(faults)('an unreachable strap: %s', (code) => {
    const advice = faultAdvice(code);
    expectSentence(advice?.what ?? '');
    expectSentence(advice?.todo ?? '');
  });

  it('is null for what the user did on purpose', () => {
    expect([faultAdvice('aborted'), faultAdvice('superseded')]).toEqual([null, null]);
  });

  it('gives each trouble of a check its own text', () => {
    const said = (['unsupported', 'adapter-off', 'dismissed', 'not-supported', 'out-of-range'] as const).map(
      (code) => faultAdvice(code)?.what,
    );
    const troubles = (['no-rr', 'rr-absent', 'no-contact', 'link-lost', 'storage'] as const).map((trouble) => troubleAdvice(trouble));
    expect(new Set([...said, ...troubles.map(({ what }) => what)]).size).toBe(10);
    for (const { what, todo } of troubles) {
      expectSentence(what);
      expectSentence(todo);
    }
  });

  /** Chromium on Linux has Web Bluetooth behind a flag; Firefox does not have it. */
  it('advises by browser when Web Bluetooth is missing', () => {
    agent('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36');
    expect(unsupportedTodo()).toContain('chrome://flags');
    agent('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
    expect(unsupportedTodo()).toContain('Chrome');
    expect(unsupportedTodo()).not.toContain('chrome://flags');
    agent('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36');
    expect(unsupportedTodo()).not.toContain('chrome://flags');
  });
});

describe('the reasons for a bad signal', () => {
  const codes: QualityCode[] = [
    'corrected',
    'jumps',
    'coverage',
    'contact',
    'unsteady',
    'resolution',
    'made-up-intervals',
    'irregular',
    'short',
  ];
  it.each(codes)('%s', (code) => {
    expectSentence(qualityReason({ code, value: 12.34 }));
  });

  it('include the figure, with one decimal where it is small', () => {
    expect(qualityReason({ code: 'corrected', value: 3.14 })).toMatch(/^3\.1 %/);
    expect(qualityReason({ code: 'jumps', value: 12.6 })).toMatch(/^13 %/);
  });

  /** The wording about irregular beats is fixed: it must not name a heart condition. */
  it('irregular beats: contact first, a doctor if it persists, no name of a rhythm', () => {
    expect(qualityReason({ code: 'irregular', value: 40 })).toBe(
      'Many beats came at irregular intervals, so HRV cannot be read. Usually contact or movement: wet the strap, try again. If it keeps happening with good contact, or you have palpitations, fainting or chest pain, ask a doctor. Rebound does not detect heart conditions.',
    );
  });

  // An optical sensor lowers the rating without a figure (lib/hrv/quality.ts adds `resolution` with null), and the sentence has a hole.
  it('a sensor without a known resolution gets no text about its step', () => {
    expectSentence(qualityReason({ code: 'resolution', value: null }));
  });
});
