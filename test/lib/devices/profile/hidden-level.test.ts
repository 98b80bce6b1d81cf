import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../../../lib/devices/profile';
import { guideProfile } from '../../../support/guide-profile';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'));
const PAD = read('lib/devices/profiles/kingsmith-walkingpad.json');

/** The places and codes of the faults; empty for a profile that is accepted. */
function faults(profile: unknown): readonly string[] {
  const parsed = parseProfile(JSON.stringify(profile));
  return parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path}: ${code}`);
}

const pad = { ...PAD, id: 'pad' };
/** The bytes of the pad's own speed frame, at a speed in tenths of a km/h. */
const speed = (tenths: string) => ({ to: 'command', bytes: ['F7 A2 01', tenths, { checksum: 'sum8', from: 1 }, 'FD'] });
const withFast = (change: object, tenths = 'C8') => ({ ...pad, frames: { ...pad.frames, fast: speed(tenths) }, ...change });
const asValue = (value: object) => ({ to: 'command', bytes: ['F7 A2 01', value, { checksum: 'sum8', from: 1 }, 'FD'] });
const [zone] = pad.zones;
const puffer = guideProfile('puffer');

describe('a level that a profile hides in other bytes', () => {
  it.each([
    ['the pause', withFast({ pause: [{ write: 'fast' }] }), 'pause[0].write'],
    ['the start', withFast({ start: [...pad.start, { write: 'fast' }] }), 'start[3].write'],
    ['the steps that set a zone', withFast({ zones: [{ ...zone, set: [...zone.set, { write: 'fast' }] }] }), 'zones[0].set[1].write'],
    [
      'the steps of a programme',
      withFast({ programmes: [{ id: 'warm', name: 'Warm up', steps: [{ write: 'fast' }] }] }),
      'programmes[0].steps[0].write',
    ],
    [
      'a switch',
      withFast({ zones: [zone, { id: 'light', control: 'switch', on: [{ write: 'fast' }], off: [{ write: 'halt' }] }] }),
      'zones[1].on[0].write',
    ],
    [
      'the value of a programme',
      {
        ...pad,
        frames: { ...pad.frames, prog: asValue({ value: 'programme', type: 'u8' }) },
        start: [...pad.start, { write: 'prog' }],
        programmes: [{ id: 'calm', name: 'Calm', value: 20 }],
      },
      'start[3].write',
    ],
    [
      'a time',
      {
        ...pad,
        frames: { ...pad.frames, t: asValue({ value: 'timer', type: 'u8', divide: 60 }) },
        timer: { range: { min: 60, max: 12_000, step: 60 }, initial: 12_000, steps: [{ write: 't' }] },
      },
      'timer.steps[0].write',
    ],
    [
      'a setting',
      {
        ...pad,
        settings: { code: { kind: 'digits', default: '9' } },
        frames: { ...pad.frames, t: asValue({ value: 'setting.code', type: 'digits' }) },
        start: [{ write: 't' }],
      },
      'start[0].write',
    ],
    [
      'another scale',
      {
        ...pad,
        zones: [zone, { id: 'more', control: 'absolute', range: { min: 0, max: 2, step: 1 }, unit: 'km/h', set: [{ write: 'more' }] }],
        frames: { ...pad.frames, more: asValue({ value: 'level.more', type: 'u8', multiply: 100 }) },
      },
      'zones[1].set[0].write',
    ],
    [
      'another name of the same characteristic',
      {
        ...withFast({ start: [{ write: 'fast' }] }),
        characteristics: { ...pad.characteristics, other: pad.characteristics.command },
        frames: { ...pad.frames, fast: { ...speed('C8'), to: 'other' } },
      },
      'start[0].write',
    ],
    [
      '255 mmHg in the start of boots',
      {
        ...puffer,
        frames: { ...(puffer.frames as object), hard: { to: 'command', bytes: ['50 FF FF 50'] } },
        start: [{ write: 'hard' }, { write: 'run' }],
      },
      'start[0].write',
    ],
    // Within the range, and still not what the screen says.
    ['a speed within the range', withFast({ start: [{ write: 'fast' }] }, '28'), 'start[0].write'],
    // Without a speed of its own: anybody can look up the frames of this pad.
    [
      'a known protocol that the profile does not name',
      withFast({
        zones: [{ id: 'belt', control: 'switch', on: [{ write: 'fast' }], off: [{ write: 'halt' }] }],
        start: undefined,
        frames: { halt: pad.frames.halt, fast: speed('C8'), ask: pad.frames.ask },
      }),
      'zones[0].on[0].write',
    ],
  ])('as %s is refused', (_, profile, place) => {
    expect(faults(profile)).toContain(`${place}: hidden-level`);
  });

  it('is none at 0 or at the lowest level', () => {
    expect(faults(withFast({ pause: [{ write: 'fast' }] }, '00'))).toEqual([]);
    expect(faults(withFast({ start: [{ write: 'manual' }, { write: 'go' }, { write: 'fast' }] }, '05'))).toEqual([]);
  });

  it('is found for whatever numbers, types and places', () => {
    const seen = { refused: 0, accepted: 0 };
    const made = fc.record({
      treatment: fc.constantFrom(['belt', 'km/h', 6, 10], ['compression', 'mmHg', 80, 1], ['massage', 'level', 10, 1], [
        'resistance',
        'W',
        90,
        1,
      ] as const),
      type: fc.constantFrom('u8', 'u16le', 'u16be' as const),
      least: fc.constantFrom(0, 1, 3),
      number: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.nat(255), fc.nat(65_535)),
      where: fc.constantFrom('start', 'pause', 'steps', 'on' as const),
      head: fc.constantFrom('50', 'A5 01', 'F7 A2 01'),
      sum: fc.boolean(),
      alias: fc.boolean(),
    });
    fc.assert(
      fc.property(made, ({ treatment: [kind, unit, highest, per], type, least, number, where, head, sum, alias }) => {
        fc.pre(type !== 'u8' || number < 256);
        const tail = sum ? [{ checksum: 'sum8' }] : [];
        const at = [{ service: 'ae00', uuids: ['ae01'] }];
        const hex = (one: number) => one.toString(16).padStart(2, '0');
        const bytes = type === 'u8' ? [number] : type === 'u16be' ? [number >> 8, number & 255] : [number & 255, number >> 8];
        const own = [{ write: 'own' }];
        const profile = {
          format: 'rebound-device-profile',
          version: 1,
          id: 'made',
          name: 'Made',
          makers: ['Made'],
          class: kind,
          source: 'none',
          verified: 'untested',
          match: { names: ['Made'] },
          characteristics: { command: { at, write: 'either' }, other: { at, write: 'either' } },
          frames: {
            set: { to: 'command', bytes: [head, { value: 'level.one', type, multiply: per }, ...tail] },
            own: { to: alias ? 'other' : 'command', bytes: [head, bytes.map(hex).join(' '), ...tail] },
            off: { to: 'command', bytes: ['00 00 00 00 00 00 00 00'] },
          },
          zones: [
            { id: 'one', control: 'absolute', range: { min: least, max: highest, step: 1 }, unit, set: [{ write: 'set' }] },
            ...(where === 'on' ? [{ id: 'two', control: 'switch', on: own, off: [{ write: 'off' }] }] : []),
          ],
          ...(where === 'steps' ? { programmes: [{ id: 'p', name: 'P', steps: own }] } : where === 'on' ? {} : { [where]: own }),
          stop: ['off'],
          endsByItself: 'no',
        };
        const rests = number === 0 || number === least * per;
        const beyond = number > highest * per;
        // How strong a level of a massage is, only the device knows.
        const counts = kind === 'massage' && where !== 'pause';
        const wrong = !rests && (beyond || !counts);
        if (wrong) seen.refused++;
        else seen.accepted++;
        expect(faults(profile).filter((one) => one.endsWith('hidden-level'))).toHaveLength(wrong ? 1 : 0);
      }),
      { numRuns: 400 },
    );
    expect(seen.refused).toBeGreaterThan(120);
    expect(seen.accepted).toBeGreaterThan(20);
  });
});

describe('bytes that anybody can look up', () => {
  const machine = {
    ...puffer,
    id: 'machine',
    class: 'belt',
    timer: undefined,
    status: undefined,
    endsByItself: 'no',
    match: { services: ['1826'] },
    characteristics: { command: { at: [{ service: '1826', uuids: ['2ad9'] }], write: 'with-response' } },
    frames: {
      hello: { to: 'command', bytes: ['00'] },
      wake: { to: 'command', bytes: ['07'] },
      resume: { to: 'command', bytes: ['08 02'] },
      sp: { to: 'command', bytes: ['02', { value: 'level.belt', type: 'u16le', multiply: 100 }] },
      fast: { to: 'command', bytes: ['02 D0 07'] },
      halt: { to: 'command', bytes: ['08 01'] },
    },
    setUp: [{ subscribe: 'command' }, { write: 'hello' }],
    zones: [{ id: 'belt', control: 'absolute', range: { min: 1, max: 6, step: 0.1 }, unit: 'km/h', set: [{ write: 'sp' }] }],
    start: [{ write: 'sp' }],
    stop: ['halt'],
  };
  const box = {
    ...pad,
    class: 'light',
    zones: undefined,
    pause: undefined,
    start: [{ write: 'on' }],
    stop: ['off'],
    poll: undefined,
    frames: { on: { to: 'command', bytes: ['01 01'] }, off: { to: 'command', bytes: ['01 00'] }, go: pad.frames.go, set: speed('1E') },
  };

  it('a machine may be asked for control', () => {
    expect(faults(machine)).toEqual([]);
  });

  it.each([
    ['the start of a machine, on connecting', { ...machine, setUp: [{ write: 'wake' }] }, 'setUp[0].write'],
    ['the start of a machine, in a poll', { ...machine, poll: { everyMs: 1000, steps: [{ write: 'wake' }] } }, 'poll.steps[0].write'],
    ['another command at its control point', { ...machine, setUp: [{ write: 'resume' }] }, 'setUp[0].write'],
    ['a speed at its control point', { ...machine, setUp: [{ write: 'fast' }] }, 'setUp[0].write'],
    [
      'a command at the control point of the Open Recovery Profile',
      {
        ...machine,
        characteristics: {
          command: {
            at: [{ service: '9ebb8c03-57d1-46ce-886a-e7d693bfe242', uuids: ['9ebb8c13-57d1-46ce-886a-e7d693bfe242'] }],
            write: 'with-response',
          },
        },
        frames: { ...machine.frames, go: { to: 'command', bytes: ['05'] } },
        setUp: [{ write: 'go' }],
      },
      'setUp[0].write',
    ],
    ['the start of a walking pad', { ...box, setUp: [{ write: 'go' }] }, 'setUp[0].write'],
    ['the speed of a walking pad', { ...box, setUp: [{ write: 'set' }] }, 'setUp[0].write'],
  ])('%s is not written unasked', (_, profile, place) => {
    expect(faults(profile)).toContain(`${place}: command-frame-in-set-up`);
  });

  it('a stop does not start a device that is known', () => {
    expect(faults({ ...machine, stop: ['wake'] })).toContain('stop[0]: stop-commands');
    expect(faults({ ...box, stop: ['go'] })).toContain('stop[0]: stop-commands');
  });
});
