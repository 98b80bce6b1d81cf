import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DryRunSession, dryRunHost } from '../../../../lib/devices/inspector/dry-session';
import { toDryRunTarget } from '../../../../lib/devices/inspector/dry-target';
import type { InspectedService } from '../../../../lib/devices/inspector/inspected';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';
import type { Mark } from '../../../../lib/devices/marks/mark';
import { memoryMarks } from '../../../../lib/devices/marks/mark-store';
import { findStopKind } from '../../../../lib/devices/marks/stop-kind';
import { type DryStep, dryRun, type Profile } from '../../../../lib/devices/profile';
import { fullUuid } from '../../../../lib/devices/profile/uuids';
import { builtInProfiles } from '../../../../lib/devices/profiles';
import { type CommandParts, carryOut } from '../../../../lib/devices/remote/carry-out';
import { toTimerStates } from '../../../../lib/devices/remote/host-timer';
import { speakEnglish } from '../../../support/english';

beforeEach(() => {
  speakEnglish();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** A device with every characteristic that the profile knows. */
function makeServices({ characteristics }: Profile): InspectedService[] {
  const properties = { read: true, write: true, writeWithoutResponse: true, notify: true, indicate: true };
  return Object.values(characteristics).flatMap(({ at }, nth) =>
    at.slice(0, 1).map(({ service, uuids }) => ({
      key: `${nth}`,
      nth: null,
      uuid: fullUuid(service),
      name: null,
      characteristics: [{ key: `${nth} 0`, uuid: fullUuid(uuids[0] ?? ''), name: null, properties }],
    })),
  );
}

function linked(profile: Profile) {
  const written: Uint8Array[] = [];
  const air = { arrives: true };
  const link = {
    services: signal<readonly InspectedService[]>(makeServices(profile)),
    name: signal<string | null>('JMC400'),
    deviceId: 'd1',
    read: async () => {},
    subscribe: async () => {},
    write: async (_: string, bytes: Uint8Array) => {
      if (air.arrives) written.push(bytes);
      return air.arrives;
    },
  };
  const marks = memoryMarks();
  const session = new DryRunSession(link, marks, () => 0);
  const host = dryRunHost(session);
  const devices = { stopAll: async () => 'accepted' } as unknown as DeviceRegistry;
  const parts = { devices, sessions: { deviceSessions: { sessions: signal(new Map()) } }, timers: [host] } as unknown as CommandParts;
  const send = (step: DryStep, settings = {}) =>
    session.send({ profile, settings }, toDryRunTarget(profile, step, link.services.value)?.key ?? '', step);
  return {
    written,
    air,
    link,
    marks,
    session,
    send,
    press: () => carryOut(parts, { command: 'stop-all', id: 'all' }),
    shown: () => toTimerStates([host], () => 0),
  };
}

const firstWrite = (steps: readonly DryStep[]) => steps.find(({ kind }) => kind === 'write');
const runnable = builtInProfiles.filter((profile) => profile.stop !== undefined);

describe.each(runnable.map((profile) => [profile.id, profile] as const))('a dry run of %s', (_, profile) => {
  const [stop] = dryRun(profile, [{ kind: 'stop' }]);
  const stopSteps = stop?.ok ? stop.steps : [];
  /** A frame that is no part of the stop. */
  const frame = Object.keys(profile.frames).find((name) => profile.stop?.includes(name) === false) ?? '';
  const moving: DryStep = { kind: 'write', characteristic: '', frame, bytes: Uint8Array.of(1) };

  it('is shown as running from its first bytes, and every Stop ends it with the whole stop', async () => {
    const the = linked(profile);
    expect(the.shown()).toEqual([]);
    await the.send(moving);
    expect(the.shown()).toMatchObject([{ id: 'timer:dry-run', name: 'Dry run: JMC400', state: 'running', endsAtMs: null, leftS: null }]);
    the.written.length = 0;
    expect(await the.press()).toBe('accepted');
    expect(the.written).toEqual(stopSteps.flatMap((step) => (step.kind === 'write' ? [step.bytes] : [])));
    expect(the.shown()).toEqual([]);
  });

  it('is shown on when something is sent while the stop is on its way', async () => {
    const the = linked(profile);
    await the.send(moving);
    const stopping = the.press();
    await the.send(moving);
    await stopping;
    expect([the.shown().length, (await the.marks.read()).length]).toEqual([1, 1]);
    await the.press();
    expect([the.shown().length, (await the.marks.read()).length]).toEqual([0, 0]);
  });

  it('leaves a mark until it is stopped, with which the next tab can stop the device', async () => {
    const the = linked(profile);
    await the.send(moving, { pin: '1234' });
    const [mark] = await the.marks.read();
    expect(mark).toMatchObject({ id: 'd1', name: 'JMC400', driverKind: profile.id, reach: { settings: { pin: '1234' } } });
    // With an id of its own, as a profile in the making has: one that comes with the product needs no text.
    const imported = mark?.reach?.profile?.replace(`"id":"${profile.id}"`, '"id":"made-by-hand"') ?? '';
    const kind = findStopKind({ ...mark, driverKind: 'made-by-hand', reach: { profile: imported, secrets: {} } } as Mark);
    expect(kind?.disabled).toBe('stop-only');
    await the.press();
    expect(await the.marks.read()).toEqual([]);
    await the.send(moving);
    the.air.arrives = false;
    await the.press();
    expect((await the.marks.read()).length).toBe(1);
    the.session.saidOff();
    expect(await the.marks.read()).toEqual([]);
  });

  it('runs on for everybody until the stop has arrived or a person says that it is off', async () => {
    const the = linked(profile);
    await the.send(moving);
    the.air.arrives = false;
    expect(await the.press()).toBe('failed');
    expect([the.shown().length, the.session.untold.value]).toEqual([1, true]);
    the.link.services.value = [];
    the.air.arrives = true;
    expect(await the.press()).toBe('failed');
    the.session.saidOff();
    expect([the.shown(), the.session.untold.value]).toEqual([[], false]);
    expect(await the.press()).toBe('accepted');
  });

  it('at one device is not ended by a stop that goes to another', async () => {
    const the = linked(profile);
    await the.send(moving);
    the.link.deviceId = 'd2';
    the.link.name.value = 'Another';
    expect(await the.press()).toBe('failed');
    expect([the.written.length, the.session.untold.value]).toEqual([1, true]);
    expect(the.shown()).toMatchObject([{ name: 'Dry run: JMC400' }]);
    await the.send(moving);
    expect(the.shown()).toMatchObject([{ name: 'Dry run: JMC400 and Another' }]);
    expect((await the.marks.read()).map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect(await the.press()).toBe('failed');
    expect((await the.marks.read()).map(({ id }) => id)).toEqual(['d1']);
    the.link.deviceId = 'd1';
    expect(await the.press()).toBe('accepted');
    expect([the.shown(), await the.marks.read()]).toEqual([[], []]);
  });

  it('of another profile at the same device keeps the stop of both', async () => {
    const the = linked(profile);
    await the.send(moving);
    const other = { ...profile, id: 'another' };
    await the.session.send({ profile: other, settings: {} }, 'key', moving);
    the.written.length = 0;
    expect(await the.press()).toBe('accepted');
    const once = stopSteps.flatMap((step) => (step.kind === 'write' ? [step.bytes] : []));
    expect(the.written).toEqual([...once, ...once]);
    expect([the.shown(), await the.marks.read()]).toEqual([[], []]);
  });

  it('of the stop alone moves nothing', async () => {
    const the = linked(profile);
    const first = firstWrite(stopSteps);
    if (first !== undefined) await the.send(first);
    await the.send({ kind: 'pause', ms: 10 });
    expect(the.shown()).toEqual([]);
  });
});

it('is stopped with the PIN that it was sent with', async () => {
  const jensen = builtInProfiles.find(({ id }) => id === 'jensen-bed');
  if (jensen === undefined) throw new Error('no profile of the Jensen bed');
  const off = { to: 'command', bytes: ['12 00', { value: 'setting.pin', type: 'digits' }] };
  const profile = { ...jensen, frames: { ...jensen.frames, off } } as Profile;
  const the = linked(profile);
  await the.send({ kind: 'write', characteristic: '', frame: 'massage', bytes: Uint8Array.of(1) }, { pin: '1234' });
  the.written.length = 0;
  await the.press();
  expect(the.written.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(['120001020304']);
});
