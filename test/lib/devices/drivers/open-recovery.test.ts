import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLink } from '../../../../lib/bluetooth/link';
import { openRecoveryUuids } from '../../../../lib/bluetooth/services/open-recovery';
import { openRecoveryKinds } from '../../../../lib/devices/drivers/open-recovery';
import { withRadioFaults } from '../../../../lib/simulated/radio-faults';
import { simulatedBoots } from '../../../../lib/simulated/recovery/boots';
import { simulatedMassager } from '../../../../lib/simulated/recovery/massager';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { PaperDevice } from '../../../conformance/device/paper-device';
import { MAT } from '../../../conformance/device/specs';
import { heldTime } from '../../simulated/held-time';
import { rigged } from './rig';

function findKind(id: string) {
  const kind = openRecoveryKinds.find((one) => one.id === id);
  if (kind === undefined) throw new Error(id);
  return kind;
}
const compression = findKind('open-recovery-compression');
const massage = findKind('open-recovery-massage');
const chamber = (number: number, level: number) => ({ kind: 'level', zone: `chamber-${number}`, level }) as const;
const start = { kind: 'start' } as const;
const timer = (seconds: number) => ({ kind: 'timer', seconds }) as const;

describe('boots', () => {
  it('describe themselves', async () => {
    const rig = await rigged(simulatedBoots(), compression);
    expect(rig.driver.capabilities.value).toEqual({
      class: 'compression',
      zones: [1, 2, 3, 4].map((number) => ({
        id: `chamber-${number}`,
        control: 'absolute',
        range: { min: 20, max: 100, step: 5 },
        unit: 'mmHg',
        reports: 'output',
      })),
      temperatureC: null,
      programmes: [
        { id: '1', name: 'Sequential' },
        { id: '2', name: 'Together' },
      ],
      timerS: { min: 10, max: 1800, step: 1 },
      endsByItself: true,
      pauses: true,
      restS: 3,
      reportsEveryS: 5,
      watchdogS: 15,
      battery: false,
      telemetry: ['running', 'levels', 'remainingS', 'elapsedS', 'programme', 'pressureMmHg'],
    });
    expect(rig.written).toEqual([]);
  });

  it('timer, start, levels, programme, pause, stop: the bytes of the document', async () => {
    const model = simulatedBoots();
    const rig = await rigged(model, compression);
    for (const command of [timer(1200), start, chamber(1, 40), { kind: 'programme', id: '2' }, { kind: 'pause' }] as const) {
      expect(await rig.done(rig.driver.apply(command))).toBeNull();
    }
    expect(await rig.done(rig.driver.stop())).toBeNull();
    const commands = rig.written.filter(({ hex }) => hex !== '08').map(({ hex }) => hex);
    expect(commands).toEqual(['00', '04b004', '05', '02012800', '0302', '06', '07']);
    expect(rig.written.every(({ uuid }) => uuid === openRecoveryUuids.controlPoint)).toBe(true);
    await rig.time.pass(5000);
    expect(model.state(rig.time.nowMs()).state).toBe('idle');
  });

  it('inflate from the foot up, and report the pressure of each chamber', async () => {
    const rig = await rigged(simulatedBoots(), compression);
    await rig.done(rig.driver.apply(timer(600)));
    await rig.done(rig.driver.apply(start));
    for (const number of [1, 2, 3, 4]) await rig.done(rig.driver.apply(chamber(number, 40)));
    const full = new Map<string, number>();
    for (let s = 1; s <= 40; s++) {
      await rig.time.pass(1000);
      for (const [zone, mmHg] of Object.entries(rig.driver.telemetry.value.pressureMmHg ?? {})) {
        if (mmHg > 38 && !full.has(zone)) full.set(zone, s);
      }
    }
    expect([...full.keys()]).toEqual(['chamber-1', 'chamber-2', 'chamber-3', 'chamber-4']);
    expect(rig.driver.telemetry.value).toMatchObject({ running: true, programme: '1', levels: { 'chamber-1': 40, 'chamber-4': 40 } });
    await rig.time.pass(15_000);
    expect(rig.driver.telemetry.value.pressureMmHg?.['chamber-4']).toBeLessThan(10);
  });

  it('refuse values out of range before any byte is sent', async () => {
    const rig = await rigged(simulatedBoots(), compression);
    for (const [command, code] of [
      [chamber(1, 105), 'out-of-range'],
      [chamber(1, 15), 'out-of-range'],
      [chamber(1, Number.NaN), 'out-of-range'],
      [chamber(5, 40), 'not-supported'],
      [timer(1801), 'out-of-range'],
      [timer(9), 'out-of-range'],
      [{ kind: 'programme', id: '3' }, 'not-supported'],
      [{ kind: 'temperature', celsius: 40 }, 'not-supported'],
    ] as const) {
      expect(await rig.done(rig.driver.apply(command))).toBe(code);
    }
    expect(rig.written.filter(({ hex }) => hex.startsWith('02') || hex.startsWith('03'))).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 20, max: 100, noNaN: true }), async (level) => {
        await rig.done(rig.driver.apply(chamber(2, level)));
        const sent = Buffer.from(rig.written.at(-1)?.hex ?? '', 'hex').readUInt16LE(2);
        return sent % 5 === 0 && sent >= 20 && sent <= level + 1e-5;
      }),
      { numRuns: 50 },
    );
  });

  it('a manual start sets a timer of its own', async () => {
    const rig = await rigged(simulatedBoots(), compression);
    expect(await rig.done(rig.driver.apply(start))).toBeNull();
    expect(rig.written.map(({ hex }) => hex).slice(0, 3)).toEqual(['00', '045802', '05']);
  });

  it('run as long as the host keeps writing', async () => {
    const model = simulatedBoots();
    const rig = await rigged(model, compression);
    await rig.done(rig.driver.apply(timer(300)));
    await rig.done(rig.driver.apply(start));
    await rig.time.pass(120_000);
    expect(model.state(rig.time.nowMs()).state).toBe('running');
    await rig.time.pass(185_000);
    expect(model.state(rig.time.nowMs()).state).toBe('idle');
    expect(rig.driver.telemetry.value).toMatchObject({ running: false, remainingS: 0 });
    const before = rig.written.length;
    await rig.time.pass(60_000);
    expect(rig.written.length).toBe(before);
  });

  it('continue the session when a lost link comes back in time', async () => {
    const model = simulatedBoots();
    const rig = await rigged(model, compression);
    await rig.done(rig.driver.apply(timer(600)));
    await rig.done(rig.driver.apply(start));
    await rig.done(rig.driver.apply(chamber(1, 40)));
    rig.transport.setInReach(model.address, false);
    await rig.time.pass(4000);
    rig.transport.setInReach(model.address, true);
    for (let turn = 0; turn < 50 && rig.connection.state.value !== 'ready'; turn++) await rig.time.pass(100);
    expect(rig.connection.state.value).toBe('ready');
    // From the first command on it is kept alive again.
    await rig.done(rig.driver.apply(chamber(1, 40)));
    await rig.time.pass(60_000);
    expect(model.state(rig.time.nowMs())).toMatchObject({ state: 'running' });
  });

  it('are stopped by the watchdog when the link stays lost, at any time', async () => {
    for (const ms of [0, 100, 3000, 20_000]) {
      const model = simulatedBoots();
      const rig = await rigged(model, compression);
      await rig.done(rig.driver.apply(timer(600)));
      await rig.done(rig.driver.apply(start));
      await rig.done(rig.driver.apply(chamber(1, 40)));
      await rig.time.pass(ms);
      rig.transport.setInReach(model.address, false);
      const lostMs = rig.time.nowMs();
      expect(model.state(lostMs + 5000).state).toBe('running');
      expect(model.state(lostMs + 19_000)).toMatchObject({ state: 'idle', outputs: [{ level: 0 }, {}, {}, {}] });
    }
  });

  it('do not keep a session running that another host started', async () => {
    const model = simulatedBoots();
    model.connected(0);
    model.subscribed?.(openRecoveryUuids.controlPoint, true, 0);
    for (const bytes of [[0], [4, 0x58, 2], [5]]) model.write(openRecoveryUuids.controlPoint, Uint8Array.from(bytes), 0);
    model.disconnected(0);
    const rig = await rigged(model, compression);
    expect(rig.driver.telemetry.value.running).toBe(true);
    await rig.time.pass(30_000);
    expect(model.state(rig.time.nowMs()).state).toBe('idle');
    expect(rig.written).toEqual([]);
  });

  it('report a stop at the device or a defect, and are not started again', async () => {
    const model = simulatedBoots();
    const rig = await rigged(model, compression);
    await rig.done(rig.driver.apply(timer(600)));
    await rig.done(rig.driver.apply(start));
    model.press(rig.time.nowMs());
    await rig.time.pass(5000);
    expect(rig.driver.telemetry.value.running).toBe(false);
    model.fail('pressure', rig.time.nowMs());
    await rig.time.pass(2000);
    expect(await rig.done(rig.driver.apply(start))).toBe('refused-by-device');
    model.mend(rig.time.nowMs());
    await rig.time.pass(2000);
    expect(await rig.done(rig.driver.apply(start))).toBeNull();
  });
});

describe('a stop', () => {
  it('goes first, needs no control, and nothing that waited runs after it', async () => {
    for (let ms = 0; ms <= 500; ms += 50) {
      const model = simulatedMassager();
      const rig = await rigged(withRadioFaults(model, { seed: 1, latencyMs: { min: 40, max: 40 } }), massage);
      const waiting = [timer(60), start, { kind: 'level', zone: 'zone-1', level: 3 }, { kind: 'level', zone: 'zone-2', level: 3 }] as const;
      const outcomes = waiting.map((command) => rig.done(rig.driver.apply(command)));
      await rig.time.pass(ms);
      expect(await rig.done(rig.driver.stop())).toBeNull();
      await Promise.all(outcomes);
      await rig.time.pass(5000);
      expect(rig.written.at(-1)?.hex).toBe('07');
      expect(model.state(rig.time.nowMs())).toMatchObject({ state: 'idle', outputs: [{ level: 0 }, { level: 0 }] });
    }
  });

  it('that the device refuses is reported', async () => {
    const jealous = new (class extends PaperDevice {
      override permits() {
        return this.held;
      }
    })(MAT);
    const rig = await rigged(jealous, massage);
    expect(await rig.done(rig.driver.stop())).toBe('refused-by-device');
  });

  it('during set-up is not delayed by it', async () => {
    const rig = await rigged(
      withRadioFaults(simulatedMassager(), { seed: 1, latencyMs: { min: 300, max: 300 } }),
      massage,
      {},
      { connect: false },
    );
    await rig.time.pass(400);
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(rig.connection.state.value).toBe('discovering');
  });
});

describe('a device that needs a press before control', () => {
  it('is asked again until somebody presses, and starts then', async () => {
    const model = simulatedMassager({ needsPress: true });
    const rig = await rigged(model, massage);
    const starting = rig.done(rig.driver.apply(start), 40_000);
    await rig.time.pass(7000);
    expect(rig.driver.telemetry.value.needsPress).toBe(true);
    expect(model.state(rig.time.nowMs()).state).toBe('idle');
    model.allow(rig.time.nowMs());
    expect(await starting).toBeNull();
    expect(rig.driver.telemetry.value.needsPress).toBeUndefined();
    expect(model.state(rig.time.nowMs()).state).toBe('running');
    const asked = rig.written.filter(({ hex }) => hex === '00');
    // At most once a second.
    expect(asked.every(({ atMs }, i) => i === 0 || atMs - (asked[i - 1]?.atMs ?? 0) >= 1000)).toBe(true);
  });

  it('is given up after half a minute, and does not start later', async () => {
    const model = simulatedMassager({ needsPress: true });
    const rig = await rigged(model, massage);
    expect(await rig.done(rig.driver.apply(start), 60_000)).toBe('not-pressed');
    expect(rig.driver.telemetry.value.needsPress).toBeUndefined();
    model.allow(rig.time.nowMs());
    await rig.time.pass(20_000);
    expect(model.state(rig.time.nowMs()).state).toBe('idle');
  });

  it('is stopped while it waits: the press then starts nothing', async () => {
    const model = simulatedMassager({ needsPress: true });
    const rig = await rigged(model, massage);
    const starting = rig.done(rig.driver.apply(start), 40_000);
    await rig.time.pass(3000);
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(await starting).toBe('superseded');
    model.allow(rig.time.nowMs());
    await rig.time.pass(20_000);
    expect(rig.driver.telemetry.value.needsPress).toBeUndefined();
    expect(rig.written.at(-1)?.hex).toBe('07');
    expect(model.state(rig.time.nowMs()).state).toBe('idle');
  });
});

describe('a device with an incomplete description is not controlled', () => {
  it.each([
    [openRecoveryUuids.feature, '02000302020a0a0008070300dc050000'],
    [openRecoveryUuids.feature, '01000302020a0a0008070300dc050000'],
    [openRecoveryUuids.feature, '0100'],
    [openRecoveryUuids.ranges, '0100010005000100'],
    [openRecoveryUuids.ranges, '01000100050001000200010000000100'],
  ])('%s %s', async (wrong, bytes) => {
    const model = simulatedMassager();
    const vague = {
      ...model,
      read: (uuid: string, atMs: number) =>
        uuid === wrong ? { ok: true as const, bytes: Uint8Array.from(Buffer.from(bytes, 'hex')) } : model.read(uuid, atMs),
    };
    const rig = await rigged(vague, massage, {}, { connect: false });
    await rig.time.pass(60_000);
    expect(rig.connection.state.value).toBe('failed');
    expect(rig.connection.fault.value?.cause).toMatchObject({ code: 'not-supported' });
  });

  it('and can still be stopped, but not started', async () => {
    const model = simulatedMassager();
    const read = model.read.bind(model);
    model.read = (uuid, atMs) => (uuid === openRecoveryUuids.feature ? { ok: true, bytes: Uint8Array.of(1) } : read(uuid, atMs));
    const transport = simulatedTransport([model], heldTime());
    const device = await transport.request(massage.request);
    await device.connect();
    const driver = massage.driver({ wait: () => new Promise(() => {}), secrets: {} });
    const written: string[] = [];
    const write = model.write.bind(model);
    model.write = (uuid, bytes, atMs) => {
      written.push(Buffer.from(bytes).toString('hex'));
      return write(uuid, bytes, atMs);
    };
    const link = makeLink(device, { run: (operation) => operation(), heard: () => true });
    await expect(driver.setUp(link, new AbortController().signal)).rejects.toMatchObject({ code: 'not-supported' });
    await expect(driver.apply(start)).rejects.toMatchObject({ code: 'not-ready' });
    expect(written).toEqual([]);
    void driver.stop();
    await Promise.resolve();
    await Promise.resolve();
    expect(written).toEqual(['07']);
  });
});
