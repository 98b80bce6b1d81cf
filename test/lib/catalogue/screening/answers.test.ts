import { describe, expect, it } from 'vitest';
import {
  asksOneTap,
  BODY_SITES,
  findDue,
  findScreeningEndMs,
  isIll,
  isNever,
  MODALITIES,
  ONE_TAP_HOLDS_MS,
  screeningDue,
  sitesNot,
  toHealthState,
  VOIDING_TICKS,
  waitsForAnswers,
} from '../../../../lib/catalogue';

const DAY = 86_400_000;
const NOON = Date.parse('2026-05-04T12:00:00Z');

describe('what is known of a user’s health', () => {
  it('is nothing before anything was said', () => {
    expect(toHealthState([], null)).toEqual({ ticked: [], ill: false, injured: false, pain: [] });
  });

  it('is what the morning says', () => {
    const pain = [
      { region: 'knees' as const, level: 3, signs: ['swollen' as const] },
      { region: 'calves' as const, level: 7, signs: [] },
      { region: 'quads' as const, level: 6, signs: [] },
    ];
    expect(toHealthState(['raynaud'], { ill: true, injured: true, pain })).toEqual({
      ticked: ['raynaud'],
      ill: true,
      injured: true,
      pain: [
        { region: 'knees', signs: ['swollen'] },
        { region: 'calves', signs: ['strong'] },
      ],
    });
  });

  it('counts who may be under 18 as such, once', () => {
    expect(toHealthState(['raynaud'], null, { birthYear: 2008, year: 2026 }).ticked).toEqual(['raynaud', 'under-18']);
    expect(toHealthState(['under-18'], null, { birthYear: 2008, year: 2026 }).ticked).toEqual(['under-18']);
    expect(toHealthState([], null, { birthYear: 2007, year: 2026 }).ticked).toEqual([]);
    expect(toHealthState([], null, { birthYear: null, year: 2026 }).ticked).toEqual([]);
  });

  it.each([
    [{ ticked: [], ill: true }, true],
    [{ ticked: ['fever'], ill: false }, true],
    [{ ticked: ['raynaud'], ill: false }, false],
  ] as const)('%o is ill: %s', (state, ill) => {
    expect(isIll(state)).toBe(ill);
  });
});

describe('the screening is asked again', () => {
  const dates = { answeredAtMs: NOON, ticks: {} };

  it('90 days after it was answered, to the millisecond', () => {
    expect(findScreeningEndMs(dates)).toBe(NOON + 90 * DAY + 1);
    expect(screeningDue(dates, findScreeningEndMs(dates) - 1)).toBeNull();
    expect(screeningDue(dates, findScreeningEndMs(dates))).toBe('too-old');
    expect(findScreeningEndMs({ answeredAtMs: null, ticks: {} })).toBe(Number.POSITIVE_INFINITY);
  });

  it('after each of these, also at the same moment', () => {
    expect(VOIDING_TICKS).toEqual(['ill', 'injured', 'pregnant', 'operated', 'new-medicine']);
    expect(screeningDue({ ...dates, ticks: { pregnant: NOON } }, NOON)).toBe('pregnant');
    expect(screeningDue({ ...dates, ticks: { pregnant: NOON - 1 } }, NOON)).toBeNull();
  });

  it('when something of it cannot be read, before anything else', () => {
    expect(screeningDue({ answeredAtMs: null, ticks: {}, unread: true }, NOON)).toBe('unread');
    expect(screeningDue({ ...dates, unread: false }, NOON)).toBeNull();
  });

  it('when this morning’s answers cannot be read, while the screening itself holds', () => {
    expect(findDue(dates, null, NOON)).toBeNull();
    expect(findDue(dates, { unread: ['pain'] }, NOON)).toBe('answers-unread');
    expect(findDue({ answeredAtMs: null, ticks: {} }, { unread: ['pain'] }, NOON)).toBe('never-asked');
  });

  it('food, drink, sleep and rest do not wait for it', () => {
    const waiting = MODALITIES.filter((modality) => waitsForAnswers(modality, 'never-asked'));
    expect(MODALITIES.filter((modality) => !waiting.includes(modality)).sort()).toEqual([
      'carbohydrate',
      'fluids',
      'nap',
      'rest-day',
      'sleep',
    ]);
    expect(MODALITIES.filter((modality) => waitsForAnswers(modality, null))).toEqual([]);
  });
});

describe('the question before a session', () => {
  it('holds for ten minutes', () => {
    expect(ONE_TAP_HOLDS_MS).toBe(600_000);
  });

  it('comes before every massage, with a device or without', () => {
    for (const modality of ['massage-gun', 'massage-therapy', 'foam-rolling', 'bed-massage']) expect(asksOneTap({ modality })).toBe(true);
    expect(asksOneTap({ modality: 'something-else' })).toBe(false);
  });
});

describe('where not, at one region', () => {
  it('the sites that there are', () => {
    expect(BODY_SITES).toEqual([
      'neck',
      'throat',
      'head',
      'spine',
      'bone',
      'joint',
      'groin',
      'varicose-veins',
      'numb-skin',
      'fresh-injury',
      'unexplained-calf-pain',
      'painful-spot',
      'eyes',
    ]);
  });

  /** What lies in or beside a region; numb skin, a fresh injury and a painful spot may be anywhere. */
  it.each([
    ['neck', ['neck', 'throat', 'spine']],
    ['shoulders', ['neck', 'bone', 'joint']],
    ['arms', []],
    ['chest', ['throat', 'bone']],
    ['upper-back', ['spine']],
    ['lower-back', ['spine']],
    ['core', []],
    ['hips', ['joint', 'groin']],
    ['glutes', []],
    ['quads', ['groin']],
    ['adductors', ['groin']],
    ['hamstrings', ['varicose-veins']],
    ['calves', ['varicose-veins', 'unexplained-calf-pain']],
    ['shins', ['bone']],
    ['feet', ['bone', 'joint']],
    ['knees', ['bone', 'joint']],
  ] as const)('of a gun at %s: %j', (region, there) => {
    const expected = [...there, 'numb-skin', 'fresh-injury', 'painful-spot'];
    expect([...sitesNot('massage-gun', region)].sort()).toEqual(expected.sort());
  });

  it('of light the eyes, wherever it shines', () => {
    expect(sitesNot('red-light', 'quads')).toEqual(['eyes']);
  });

  it('a gun and a roller never go to neck, shins or knees; a stretch may', () => {
    expect((['neck', 'shins', 'knees', 'calves'] as const).map((region) => isNever('massage-gun', region))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isNever('stretching', 'neck')).toBe(false);
  });
});
