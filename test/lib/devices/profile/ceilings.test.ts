import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TREATMENT_CLASSES } from '../../../../lib/catalogue';
import { dryRun, type Profile, parseProfile } from '../../../../lib/devices/profile';
import { NUMBER_TYPES } from '../../../../lib/devices/profile/schema';
import { withinLimits } from '../../../../lib/devices/profile/within-limits';

/** What the numbers of a frame mean at most, in the device's own unit, whatever the profile says. From the table in docs/device-profile.md. */
const HIGHEST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  percussion: { level: 100, percent: 100 },
  massage: { level: 100, percent: 100 },
  compression: { level: 15, percent: 100, mmHg: 120 },
  thermal: { level: 45, percent: 100 },
  light: { level: 100, percent: 100 },
  belt: { 'km/h': 8 },
  resistance: { level: 100, percent: 100, W: 400 },
};

/** Numbers that devices send for one unit: whole ones, tenths and so on; mph for km/h. */
const PER_UNIT: Readonly<Record<string, readonly number[]>> = {
  'km/h': [1, 10, 100, 1000, 0.621371, 6.21371, 62.1371, 621.371],
  mmHg: [1, 10, 100],
  W: [1, 10],
};

const part = fc.record(
  {
    type: fc.constantFrom(...NUMBER_TYPES),
    multiply: fc.constantFrom(0.5, 1, 2, 2.5, 10, 20, 100, 0.621371),
    add: fc.constantFrom(-5, 0, 1, 100),
    divide: fc.constantFrom(0.1, 1, 2, 10),
    round: fc.constantFrom('nearest' as const, 'down' as const),
    unit: fc.constantFrom('mph' as const, 'fahrenheit' as const),
    table: fc.constant([
      [0, 0],
      [1, 250],
    ] as const),
  },
  { requiredKeys: ['type'] },
);

const values = fc.record({
  max: fc.constantFrom(1, 4, 8, 8.5, 15, 16, 100, 120, 121, 250, 400),
  part: fc.oneof(part, fc.record({ type: fc.constantFrom(...NUMBER_TYPES), multiply: fc.constantFrom(1, 10, 100) })),
});

/** Half of them with a unit that the class has, so that every class has cases. */
const made = fc
  .tuple(fc.constantFrom(...TREATMENT_CLASSES), fc.boolean(), fc.nat(), fc.constantFrom('level', 'percent', 'km/h', 'mmHg', 'W', undefined))
  .map(([treatment, own, pick, any]) => {
    const units = Object.keys(HIGHEST[treatment] ?? {});
    return { treatment, unit: own ? units[pick % units.length] : any };
  })
  .chain(({ treatment, unit }) => values.map((rest) => ({ treatment, unit, ...rest })));

function toProfile({ treatment, unit, max, part: own }: typeof made extends fc.Arbitrary<infer T> ? T : never): unknown {
  const range = { min: 0, max, step: max > 10 ? 1 : 0.5 };
  return {
    format: 'rebound-device-profile',
    version: 1,
    id: 'made',
    name: 'Made',
    makers: ['Made'],
    class: treatment,
    source: 'none',
    verified: 'untested',
    match: { names: ['Made'] },
    characteristics: { command: { at: [{ service: 'fff0', uuids: ['fff2'] }], write: 'either' } },
    frames: { set: { to: 'command', bytes: ['01', { value: 'level.one', ...own }] }, off: { to: 'command', bytes: ['02'] } },
    zones: [{ id: 'one', control: 'absolute', range, ...(unit === undefined ? {} : { unit }), set: [{ write: 'set' }] }],
    stop: ['off'],
    endsByItself: 'no',
  };
}

function parse(value: unknown): Profile | readonly string[] {
  const parsed = parseProfile(JSON.stringify(value));
  return parsed.ok ? parsed.profile : parsed.faults.map(({ path, code }) => `${path}: ${code}`);
}

/** The number in the frame, read without the code that writes it. */
function readNumber(type: string, bytes: readonly number[]): number {
  if (type === 'units-hundredths') return (bytes[0] ?? 0) + (bytes[1] ?? 0) / 100;
  const ordered = type.endsWith('be') ? bytes : [...bytes].reverse();
  const value = ordered.reduce((all, byte) => all * 256 + byte, 0);
  return type.startsWith('s') && value >= 256 ** bytes.length / 2 ? value - 256 ** bytes.length : value;
}

describe('whatever a profile says', () => {
  it('no number that it writes is above the ceiling of its class and unit', () => {
    const accepted: Record<string, number> = {};
    fc.assert(
      fc.property(made, (one) => {
        const profile = parse(toProfile(one));
        if (!('id' in profile)) return;
        const unit = one.unit ?? 'level';
        const highest = HIGHEST[one.treatment]?.[unit];
        expect(highest).toBeDefined();
        accepted[one.treatment] = (accepted[one.treatment] ?? 0) + 1;
        const { min, max, step } = profile.zones?.[0]?.range ?? { min: 0, max: 0, step: 1 };
        const commands = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => ({
          kind: 'level' as const,
          zone: 'one',
          level: min + i * step,
        }));
        for (const [i, result] of dryRun(profile, commands).entries()) {
          const [sent] = result.ok ? result.steps : [];
          if (sent?.kind !== 'write') throw new Error('nothing is written');
          const number = readNumber(one.part.type, [...sent.bytes].slice(1));
          const level = commands[i]?.level ?? 0;
          expect(level).toBeLessThanOrEqual(highest ?? 0);
          // A level of a compression device may be a pressure to it, that of a thermal one a temperature. Levels of other devices are codes.
          const exact = one.treatment === 'compression' ? unit !== 'mmHg' : one.treatment === 'thermal' && unit === 'level';
          if (exact) expect(Math.abs(number - level)).toBeLessThan(1);
          if (exact) expect(number).toBeLessThanOrEqual(highest ?? 0);
          const counts = PER_UNIT[unit];
          // It counts in one of the ways in which devices count, and in that way it is below the ceiling and next to the level on screen.
          if (counts !== undefined) {
            const fits = counts.some((per) => number / per <= (highest ?? 0) + 1e-3 && Math.abs(number / per - level) <= 1.01 / per);
            expect(fits).toBe(true);
          }
        }
      }),
      { numRuns: 1500 },
    );
    // Every class has cases.
    expect(Object.keys(accepted).toSorted()).toEqual([...TREATMENT_CLASSES].toSorted());
  });

  const level = (change: object, own: object) => {
    const value = toProfile({ treatment: 'compression', unit: 'level', max: 4, part: { type: 'u8' } }) as { frames: { set: object } };
    return parse({ ...value, ...change, frames: { ...value.frames, set: { to: 'command', bytes: [{ value: 'level.one', ...own }] } } });
  };
  const zones = (max: number, unit: string) => ({
    zones: [{ id: 'one', control: 'absolute', range: { min: 0, max, step: 1 }, unit, set: [{ write: 'set' }] }],
  });

  it.each([
    ['a level 250', zones(250, 'level'), { type: 'u8' }, 'zones[0].range.max: above-ceiling'],
    ['a level that is multiplied to 250', zones(10, 'level'), { type: 'u8', multiply: 25 }, 'frames.set.bytes[0]: unknown-scale'],
    [
      'a level whose table has 250',
      zones(1, 'level'),
      {
        type: 'u8',
        table: [
          [0, 0],
          [1, 250],
        ],
      },
      'frames.set.bytes[0]: unknown-scale',
    ],
    ['250 W of pressure', zones(250, 'W'), { type: 'u8' }, 'zones[0].unit: not-for-this-class'],
    ['250 km/h of pressure', zones(8, 'km/h'), { type: 'u8' }, 'zones[0].unit: not-for-this-class'],
    ['a multiplied pressure', zones(100, 'mmHg'), { type: 'u16be', multiply: 2.5 }, 'frames.set.bytes[0]: unknown-scale'],
    ['a pressure with more added', zones(100, 'mmHg'), { type: 'u8', add: 100 }, 'frames.set.bytes[0]: unknown-scale'],
    ['a pressure in mph', zones(100, 'mmHg'), { type: 'u8', unit: 'mph' }, 'frames.set.bytes[0].unit: value-not-allowed-here'],
  ] as const)('%s of a compression device is refused', (_, change, own, fault) => {
    expect(level(change, own)).toContain(fault);
  });

  it.each([
    ['a multiplied speed', { ...zones(8, 'km/h'), class: 'belt' }, { type: 'u8', multiply: 20 }, 'frames.set.bytes[0]: unknown-scale'],
    ['a speed without a unit', { ...zones(8, 'level'), class: 'belt' }, { type: 'u8', multiply: 2 }, 'zones[0].unit: not-for-this-class'],
    // 8 km/h are 4.97 mph, and 5 mph are 8.05 km/h.
    [
      'a speed that is rounded up',
      { ...zones(8, 'km/h'), class: 'belt' },
      { type: 'u8', unit: 'mph' },
      'frames.set.bytes[0]: above-ceiling',
    ],
  ] as const)('%s of a belt is refused', (_, change, own, fault) => {
    expect(level(change, own)).toContain(fault);
  });

  it.each([
    ['a temperature called a level', zones(90, 'level'), { type: 'u8' }, 'zones[0].range.max: above-ceiling'],
    ['a multiplied one', zones(45, 'level'), { type: 'u8', multiply: 2 }, 'frames.set.bytes[0]: unknown-scale'],
  ] as const)('%s of a thermal device is refused', (_, change, own, fault) => {
    expect(level({ ...change, class: 'thermal' }, own)).toContain(fault);
  });

  it.each(['compression', 'belt'])('a level of a %s device that is only moved up and down is refused', (own) => {
    const up = { zones: [{ id: 'one', control: 'relative', up: [{ write: 'off' }] }] };
    expect(level({ ...up, class: own }, { type: 'u8' })).toContain('zones[0].control: not-for-this-class');
    expect(level({ ...up, class: 'massage' }, { type: 'u8' })).not.toContain('zones[0].control: not-for-this-class');
  });

  it.each([
    ['°C times 3', { multiply: 3 }],
    ['°C with 20 added', { add: 20 }],
    [
      '°C from a table',
      {
        table: [
          [4, 4],
          [45, 90],
        ],
      },
    ],
    ['°C in mph', { unit: 'mph' }],
  ])('a temperature, %s, is refused', (_, own) => {
    const value = toProfile({ treatment: 'thermal', unit: 'level', max: 4, part: { type: 'u8' } }) as { frames: object };
    const warm = { to: 'command', bytes: [{ value: 'temperature', type: 'u16le', ...own }] };
    const faults = parse({
      ...value,
      frames: { ...value.frames, warm },
      temperature: { range: { min: 4, max: 45, step: 41 }, steps: [{ write: 'warm' }] },
    });
    expect('id' in faults ? [] : faults.filter((one) => one.startsWith('frames.warm'))).toHaveLength(1);
  });

  it('a speed in mph, rounded down, is allowed', () => {
    expect(level({ ...zones(8, 'km/h'), class: 'belt' }, { type: 'units-hundredths', unit: 'mph', round: 'down' })).toHaveProperty('id');
  });
});

describe('the last check before a write', () => {
  it('refuses a number above the ceiling, whatever let the profile through', () => {
    const profile = {
      ...(toProfile({ treatment: 'compression', unit: 'mmHg', max: 120, part: { type: 'u8' } }) as Profile),
    };
    const check = (value: object, at: number) =>
      withinLimits(
        profile,
        { to: 'command', bytes: [{ value: 'level.one', type: 'u16be', ...value }] },
        { levels: { one: at }, settings: {} },
      );
    expect(check({}, 120)).toBe(true);
    expect(check({ multiply: 2 }, 60)).toBe(false);
    expect(check({ table: [[60, 250]] }, 60)).toBe(false);
    const other = { ...profile, class: 'massage' as const };
    expect(withinLimits(other, { to: 'command', bytes: [{ value: 'level.one', type: 'u8' }] }, { levels: { one: 1 }, settings: {} })).toBe(
      false,
    );
  });
});
