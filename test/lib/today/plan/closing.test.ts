import { describe, expect, it } from 'vitest';
import { closingItems, isQuiet, TOLD_BEFORE_MS } from '../../../../lib/today/plan/closing';
import { anItem } from '../../../support/plans';

const at = (time: string) => Date.parse(`2026-05-04T${time}:00Z`);
const NO_HOURS = { quietFrom: null, quietTo: null, bed: null, wake: null };

/** What closes at an instant, of these items. */
const closing = (nowMs: number, ...items: ReturnType<typeof anItem>[]) =>
  closingItems({ plan: { items, timeZone: 'UTC' }, settings: NO_HOURS } as never, nowMs).map(({ id }) => id);
const night = (startMs: number) =>
  anItem({
    id: 'night',
    modality: 'sleep',
    counts: false,
    startMs,
    windowFromMs: startMs,
    windowToMs: startMs + 8 * 3_600_000,
    minutes: 480,
  });
const closes = (nowMs: number, ...items: ReturnType<typeof anItem>[]) => closing(nowMs, ...items).includes(anItem().id);

describe('an item is about to close', () => {
  // From 16:00 to 18:00, ten minutes: it can be begun until 17:50.
  it('in the last half hour before its last start', () => {
    expect(TOLD_BEFORE_MS).toBe(1_800_000);
    expect([at('17:20') - 1, at('17:20'), at('17:50') - 1, at('17:50')].map((nowMs) => closes(nowMs, anItem()))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('not where it has only one start', () => {
    expect(closes(at('17:46'), anItem({ windowFromMs: at('17:50') }))).toBe(false);
    expect(closes(at('17:46'), anItem({ windowFromMs: at('17:50') - 1 }))).toBe(true);
  });

  it('not before its window opens', () => {
    expect(closes(at('17:25'), anItem({ windowFromMs: at('17:30') }))).toBe(false);
    expect(closes(at('17:26'), anItem({ windowFromMs: at('17:30') }))).toBe(true);
  });

  it('not where it has the whole day', () => {
    expect(closes(at('17:40'), anItem({ counts: false, windowFromMs: at('08:00') }))).toBe(false);
    expect(closes(at('17:40'), anItem({ counts: false, windowFromMs: at('11:00') }))).toBe(true);
  });

  it.each([
    // It may go on until less than an hour before bed.
    ['18:59', false],
    ['19:00', true],
  ])('not where it has the rest of the day: bed at %s', (bed, told) => {
    expect(closes(at('17:30'), anItem(), night(at(bed)))).toBe(told);
  });

  it('a night that has begun is not the one ahead', () => {
    expect(closes(at('17:30'), anItem(), night(at('17:30')))).toBe(true);
    expect(closes(at('17:30'), anItem(), night(at('17:00')), night(at('18:30')))).toBe(false);
  });

  it('never the night itself', () => {
    const nap = night(at('16:30'));
    expect(closing(at('17:30'), { ...nap, windowFromMs: at('16:00'), windowToMs: at('18:00'), minutes: 10 })).toEqual([]);
  });
});

describe('quiet hours', () => {
  const times = ['00:00', '06:59', '07:00', '12:00', '21:59', '22:00', '23:59'];
  const quiet = (hours: Partial<Record<keyof typeof NO_HOURS, string>>, zone = 'UTC') =>
    times.filter((time) => isQuiet({ ...NO_HOURS, ...hours }, at(time), zone));

  it.each([
    ['none are set', {}, []],
    ['over midnight', { quietFrom: '22:00', quietTo: '07:00' }, ['00:00', '06:59', '22:00', '23:59']],
    ['within a day', { quietFrom: '07:00', quietTo: '22:00' }, ['07:00', '12:00', '21:59']],
    ['from bed to wake, where none are set', { bed: '22:00', wake: '07:00' }, ['00:00', '06:59', '22:00', '23:59']],
    ['as set, whatever bed and wake are', { quietFrom: '12:00', quietTo: '13:00', bed: '22:00', wake: '07:00' }, ['12:00']],
    ['half of them set: bed and wake', { quietFrom: '12:00', bed: '22:00', wake: '07:00' }, ['00:00', '06:59', '22:00', '23:59']],
    ['the other half set: bed and wake', { quietTo: '12:00', bed: '22:00', wake: '07:00' }, ['00:00', '06:59', '22:00', '23:59']],
    ['only bed is known', { bed: '22:00' }, []],
    ['only wake is known', { wake: '07:00' }, []],
    ['of no length', { quietFrom: '12:00', quietTo: '12:00' }, []],
  ] as const)('%s', (_, hours, expected) => {
    expect(quiet(hours)).toEqual(expected);
  });

  it('go by the clock on the wall', () => {
    // 22:00 in Berlin in May is 20:00 UTC.
    expect(isQuiet({ ...NO_HOURS, quietFrom: '22:00', quietTo: '07:00' }, at('20:00'), 'Europe/Berlin')).toBe(true);
    expect(isQuiet({ ...NO_HOURS, quietFrom: '22:00', quietTo: '07:00' }, at('19:59'), 'Europe/Berlin')).toBe(false);
  });
});
