import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../lib/devices/inspector/hex';
import { type DryResult, draftProfile, dryRun, kindOfProfile, parseProfile, profileText } from '../../../../lib/devices/profile';
import { profile, simulated } from '../profiles/profiles';
import { bench } from './bench';

const hexes = (result: DryResult | undefined) =>
  result?.ok ? result.steps.map((step) => (step.kind === 'write' ? toHex(step.bytes) : step.kind)) : result?.refusal;

describe('a dry run', () => {
  it('shows the bytes without a device', () => {
    const [setUp, head, foot, tooMuch, stop, again] = dryRun(
      profile('jensen-bed'),
      [
        { kind: 'set-up' },
        { kind: 'level', zone: 'head', level: 5 },
        { kind: 'level', zone: 'foot', level: 5 },
        { kind: 'level', zone: 'foot', level: 11 },
        { kind: 'stop' },
        { kind: 'level', zone: 'head', level: 1 },
      ],
      { pin: '1234' },
    );
    expect(hexes(setUp)).toEqual(['subscribe', '1e 01 02 03 04 00', '10 ff 00 00 00 00', '0a 00 00 00 00 00']);
    expect(hexes(head)).toEqual(['12 05 00 00 00 00']);
    expect(hexes(foot)).toEqual(['12 05 05 00 00 00']);
    expect(hexes(tooMuch)).toBe('out-of-range');
    expect(hexes(stop)).toEqual(['12 00 00 00 00 00']);
    expect(hexes(again)).toEqual(['12 01 00 00 00 00']);
  });

  // kristofferR/ha-adjustable-bed, docs/beds/keeson.md, which has the complete frame.
  it('works for a disabled profile too', () => {
    const results = dryRun(profile('keeson-bed'), [
      { kind: 'nudge', zone: 'head', direction: 'up' },
      { kind: 'nudge', zone: 'head', direction: 'down' },
      { kind: 'nudge', zone: 'foot', direction: 'up' },
      { kind: 'nudge', zone: 'foot', direction: 'down' },
      { kind: 'start' },
      { kind: 'programme', id: 'timer-cycle' },
      { kind: 'stop' },
    ]);
    expect(results.map(hexes)).toEqual([
      ['e5 fe 16 00 08 00 00 fe'],
      ['e5 fe 16 00 80 00 00 86'],
      ['e5 fe 16 04 00 00 00 02'],
      ['e5 fe 16 00 00 00 01 05'],
      ['e5 fe 16 01 00 00 00 05'],
      ['e5 fe 16 02 00 00 00 04'],
      'disabled',
    ]);
  });

  it('refuses an invalid PIN', () => {
    expect(() => dryRun(profile('jensen-bed'), [], { pin: '12' })).toThrow('pin');
    expect(() => dryRun(profile('jensen-bed'), [], { pin: '12a4' })).toThrow('pin');
  });
});

describe('a draft from the log of the inspector', () => {
  const properties = { read: false, write: true, writeWithoutResponse: true, notify: false, indicate: false };
  const seen = {
    name: 'base-i4.010D',
    services: [
      { uuid: '00001800-0000-1000-8000-00805f9b34fb', characteristics: [{ uuid: '00002a00-0000-1000-8000-00805f9b34fb', properties }] },
      { uuid: '0000ffe5-0000-1000-8000-00805f9b34fb', characteristics: [{ uuid: '0000ffe9-0000-1000-8000-00805f9b34fb', properties }] },
    ],
    lines: [
      { what: 'wrote', characteristic: '0000ffe9-0000-1000-8000-00805f9b34fb', hex: 'e5 fe 16 01 00 00 00 05' },
      { what: 'wrote', characteristic: '0000ffe9-0000-1000-8000-00805f9b34fb', hex: 'e5 fe 16 01 00 00 00 05' },
      { what: 'wrote', characteristic: '0000ffe9-0000-1000-8000-00805f9b34fb', hex: 'e5 fe 16 02 00 00 00 04' },
      { what: 'wrote', characteristic: '00002a00-0000-1000-8000-00805f9b34fb', hex: '41' },
      { what: 'read', characteristic: null, hex: '' },
    ],
  };

  it('is a disabled profile with the written frames', () => {
    const draft = draftProfile(seen);
    if (draft === null) throw new Error('no draft');
    expect(parseProfile(profileText(draft))).toEqual({ ok: true, profile: draft });
    expect(draft.frames).toEqual({
      'seen-1': { to: 'characteristic-1', bytes: ['E5 FE 16 01 00 00 00 05'] },
      'seen-2': { to: 'characteristic-1', bytes: ['E5 FE 16 02 00 00 00 04'] },
    });
    expect(draft.match).toEqual({ names: ['base-i4.010D'] });
    expect(kindOfProfile(draft).disabled).toBe('no-known-stop');
  });

  it('controls the device once its author adds a zone and a stop', async () => {
    const draft = draftProfile(seen);
    const parsed = parseProfile(JSON.stringify({ ...draft, start: [{ write: 'seen-1' }], stop: ['seen-2'] }));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const base = simulated('keeson-bed');
    const { apply } = await bench(kindOfProfile(parsed.profile), base);
    await apply({ kind: 'start' });
    expect(base.accepted.map(({ meaning }) => meaning)).toEqual(['both on']);
  });

  it('is null when nothing was written', () => {
    expect(draftProfile({ ...seen, lines: [] })).toBeNull();
    expect(draftProfile({ name: null, services: [], lines: seen.lines })).toBeNull();
    expect(draftProfile({ ...seen, name: null })?.match).toEqual({ services: ['ffe5'] });
    expect(draftProfile({ ...seen, name: '\u0007\u202e' })?.name).toBe('My device');
  });
});
