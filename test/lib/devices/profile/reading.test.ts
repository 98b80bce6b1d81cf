import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../../../lib/devices/profile';
import { readStatus, toSensorReadings } from '../../../../lib/devices/profile/read-status';
import { anyProfile } from '../profiles/profiles';
import { ASKED_BELT, listFaultsOf, madeUp, THERMOMETER } from './made-up';
import { mutants } from './mutants';

const ERRORS = ['escape', 'not-described', 'length', 'checksum', 'bits', 'not-asked'];
const thermometer = madeUp(THERMOMETER);
const belt = madeUp(ASKED_BELT);
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** Every number in a value, at any depth. */
function listNumbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listNumbers) : [];
}

describe('whatever bytes arrive', () => {
  it('a profile reads finite values, or names why it reads none', () => {
    const seen = { read: 0, unread: 0 };
    const profiles = fc.oneof(
      fc.constantFrom(...anyProfile, thermometer, belt),
      mutants.map(({ value }) => {
        const parsed = parseProfile(JSON.stringify(value));
        return parsed.ok ? parsed.profile : thermometer;
      }),
    );
    const beginning = fc.constantFrom('', 'a1aa', 'a1ff', 'f8a2', 'f5', '3a', '5500');
    fc.assert(
      fc.property(profiles, beginning, fc.uint8Array({ maxLength: 24 }), fc.nat(), (profile, begun, rest, pick) => {
        const bytes = Uint8Array.from([...hex(begun), ...rest]);
        const names = Object.keys(profile.characteristics);
        const questions = [null, ...Object.keys(profile.frames)];
        const read = readStatus(profile, names[pick % names.length] ?? '', bytes, questions[pick % questions.length] ?? null);
        if (!read.ok) {
          seen.unread++;
          expect(ERRORS).toContain(read.error);
          return;
        }
        seen.read++;
        for (const number of listNumbers(read.value)) expect(Number.isFinite(number)).toBe(true);
        for (const { quantity, value } of toSensorReadings(read.value.measured)) {
          if (quantity === 'temperature') expect(value).toBeGreaterThanOrEqual(-273.15);
          if (quantity === 'weight') expect(value).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1500 },
    );
    expect(seen.read).toBeGreaterThan(75);
    expect(seen.unread).toBeGreaterThan(75);
  });
});

describe('a thermometer', () => {
  const read = (text: string) => {
    const result = readStatus(thermometer, 'status', hex(text));
    return result.ok ? toSensorReadings(result.value.measured) : result.error;
  };

  it('reads as many probes as the packet has', () => {
    // 11.5 °C and -0.5 °C, little-endian, in tenths; the second probe reports none from -1.6 to -0.1.
    expect(read('73 00 9c ff')).toEqual([
      { quantity: 'temperature', value: 11.5, probe: 1 },
      { quantity: 'temperature', value: -10, probe: 2 },
    ]);
    expect(read('73 00')).toEqual([{ quantity: 'temperature', value: 11.5, probe: 1 }]);
    expect(read('73')).toBe('length');
  });

  it('reports none for a probe that is not plugged in', () => {
    const result = readStatus(thermometer, 'status', hex('f6 ff f0 ff'));
    expect(result.ok && result.value.measured).toEqual({ 'temperatureC.1': null, 'temperatureC.2': null });
    expect(read('f6 ff 73 00')).toEqual([{ quantity: 'temperature', value: 11.5, probe: 2 }]);
  });

  it('takes no temperature that there is not', () => {
    const result = readStatus(thermometer, 'status', hex('00 80 73 00'));
    expect(result.ok && result.value.impossible).toEqual(['temperatureC.1']);
    expect(read('00 80 73 00')).toEqual([{ quantity: 'temperature', value: 11.5, probe: 2 }]);
  });
});

describe('a scale', () => {
  const scale = madeUp({
    class: 'scale',
    frames: { hello: { to: 'command', bytes: ['01'] } },
    setUp: [{ subscribe: 'status' }],
    status: [
      {
        from: 'status',
        minLength: 4,
        bits: [
          { at: 0, bit: 5, is: true },
          { at: 0, bit: 7, is: false },
        ],
        fields: [{ to: 'weightKg', at: 2, type: 'u16le', unit: 'lb', divide: 100 }],
      },
    ],
  });
  const read = (text: string) => {
    const result = readStatus(scale, 'status', hex(text));
    return result.ok ? toSensorReadings(result.value.measured) : result.error;
  };

  it('reads a weight once it has settled, in kg', () => {
    expect(read('00 00 10 27')).toBe('bits');
    expect(read('a0 00 10 27')).toBe('bits');
    // 100 lb are 45.359237 kg.
    expect(read('20 00 10 27')).toEqual([{ quantity: 'weight', value: expect.closeTo(45.359237, 9) }]);
  });
});

describe('a speed in units and hundredths of a mile', () => {
  const read = (text: string, question: string | null) => readStatus(belt, 'status', hex(text), question);

  it('is read in km/h', () => {
    const result = read('a1 aa 02 32 00 00', 'ask-speed');
    // 2.50 mph.
    expect(result.ok && result.value.telemetry).toEqual({ speedKmh: expect.closeTo(4.02336, 9) });
  });

  it('with 100 hundredths or more is no speed', () => {
    const result = read('a1 aa 02 64', 'ask-speed');
    expect(result.ok && result.value).toMatchObject({ telemetry: {}, impossible: ['speedKmh'] });
  });

  it('is read only as the answer to its question', () => {
    expect(read('a1 aa 03 00', null)).toEqual({ ok: false, error: 'not-asked' });
    const state = read('a1 aa 03 00', 'ask-state');
    expect(state.ok && state.value.telemetry).toEqual({ running: true });
    const paused = read('a1 aa 05 00', 'ask-state');
    expect(paused.ok && paused.value.telemetry).toEqual({ running: false });
    const refused = read('a1 ff 00 00', 'ask-state');
    expect(refused.ok && refused.value).toMatchObject({ telemetry: {}, answers: true });
  });
});

describe('running', () => {
  it('is true when one of several motors runs', () => {
    const { status: _, ...rest } = ASKED_BELT;
    const profile = madeUp({
      ...rest,
      poll: [{ everyMs: 1000, steps: [{ write: 'ask-state' }] }],
      status: [
        {
          from: 'status',
          fields: [
            { to: 'running', at: 0, type: 'u8', above: 0 },
            { to: 'running', at: 1, type: 'u8', above: 0 },
          ],
        },
      ],
    });
    const running = (text: string) => {
      const result = readStatus(profile, 'status', hex(text));
      return result.ok && result.value.telemetry.running;
    };
    expect([running('00 00'), running('01 00'), running('00 01')]).toEqual([false, true, true]);
  });
});

describe('the profile of a sensor', () => {
  const status = THERMOMETER.status;

  it.each([
    ['with a stop', { stop: ['hello'] }, 'stop: not-for-this-class'],
    ['that says whether it ends', { endsByItself: 'no' }, 'endsByItself: not-for-this-class'],
    [
      'with a zone',
      { zones: [{ id: 'a', control: 'switch', on: [{ write: 'hello' }], off: [{ write: 'hello' }] }] },
      'zones: not-for-this-class',
    ],
    ['that weighs', { class: 'scale' }, 'status: measures-nothing'],
    ['without a status', { status: undefined }, 'status: measures-nothing'],
    [
      'that runs',
      { status: [...status, { from: 'status', fields: [{ to: 'running', at: 0, type: 'u8', above: 0 }] }] },
      'status[1].fields[0].to: not-for-this-class',
    ],
    [
      'with a temperature in pounds',
      { status: [{ from: 'status', fields: [{ to: 'temperatureC', at: 0, type: 'u8', unit: 'lb' }] }] },
      'status[0].fields[0].unit: unknown-key',
    ],
  ])('%s is refused', (_, change, fault) => {
    expect(listFaultsOf({ ...THERMOMETER, ...change })).toContain(fault);
  });

  it('is needed for a weight: no other device has one', () => {
    const weight = { from: 'status', fields: [{ to: 'weightKg', at: 0, type: 'u8' }] };
    expect(listFaultsOf({ ...ASKED_BELT, status: [...ASKED_BELT.status, weight] })).toEqual(['status[3].fields[0].to: not-for-this-class']);
    expect(listFaultsOf({ ...ASKED_BELT, endsByItself: undefined })).toEqual(['endsByItself: missing']);
  });
});

describe('a question', () => {
  it('is asked, not written, and has an answer', () => {
    expect(listFaultsOf({ ...ASKED_BELT, poll: { everyMs: 1000, steps: [{ write: 'ask-speed' }] } })).toEqual([
      'poll.steps[0].write: question-not-asked',
    ]);
    expect(
      listFaultsOf({
        ...ASKED_BELT,
        frames: { ...ASKED_BELT.frames, other: { to: 'command', bytes: ['A1 99'] } },
        setUp: [{ ask: 'other' }],
      }),
    ).toEqual(['setUp[0].ask: no-answer']);
    expect(listFaultsOf({ ...ASKED_BELT, start: [{ write: 'start' }, { ask: 'ask-speed' }] })).toContain(
      'start[1].ask: value-not-allowed-here',
    );
    expect(listFaultsOf({ ...ASKED_BELT, poll: [{ everyMs: 1000, steps: [{ ask: 'start' }] }] })).toContain(
      'poll[0].steps[0].ask: no-answer',
    );
  });

  it('cannot start the device', () => {
    const status = [...ASKED_BELT.status, { from: 'status', answers: ['start'], fields: [] }];
    expect(
      listFaultsOf({ ...ASKED_BELT, status, start: [{ write: 'start' }], poll: { everyMs: 1000, steps: [{ ask: 'start' }] } }),
    ).toContain('poll.steps[0].ask: command-frame-in-set-up');
  });
});
