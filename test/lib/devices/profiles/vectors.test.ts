import { describe, expect, it } from 'vitest';
import type { DriverCommand } from '../../../../lib/devices/driver';
import { simulatedWalkingPad } from '../../../../lib/simulated/framed/walkingpad';
import { bench } from '../profile/bench';
import { everyProfile, kind, simulated } from './profiles';

type Step = readonly [command: DriverCommand | 'stop', ...sent: string[]];

const level = (zone: string, value: number): DriverCommand => ({ kind: 'level', zone, level: value });
const nudge = (zone: string, direction: 'up' | 'down'): DriverCommand => ({ kind: 'nudge', zone, direction });
const toggle = (zone: string): DriverCommand => ({ kind: 'toggle', zone });
const programme = (id: string): DriverCommand => ({ kind: 'programme', id });
const timer = (seconds: number): DriverCommand => ({ kind: 'timer', seconds });
const celsius = (degrees: number): DriverCommand => ({ kind: 'temperature', celsius: degrees });
const start: DriverCommand = { kind: 'start' };
const pause: DriverCommand = { kind: 'pause' };

/** The bytes for each device, from its published protocol (`source` of the profile); complete frames where the source has them. */
const vectors: Readonly<Record<string, readonly Step[]>> = {
  // kristofferR/ha-adjustable-bed, docs/beds/linak.md.
  'linak-bed': [
    [toggle('all'), '91 00'],
    [nudge('all', 'up'), 'a8 00'],
    [nudge('all', 'down'), 'a9 00'],
    [toggle('head'), 'a6 00'],
    [nudge('head', 'up'), '8d 00'],
    [nudge('head', 'down'), '8e 00'],
    [toggle('foot'), 'a7 00'],
    [nudge('foot', 'up'), '8f 00'],
    [nudge('foot', 'down'), '90 00'],
    [programme('next-mode'), '81 00'],
    ['stop', '80 00'],
  ],
  // … richmat.md: 6E 01 00 command, and the checksum is command + 111 (0x6F).
  'richmat-wilinke-bed': [
    [level('head', 1), '6e 01 00 99 08'],
    [level('head', 3), '6e 01 00 9b 0a'],
    [level('foot', 2), '6e 01 00 9e 0d'],
    [level('foot', 0), '6e 01 00 9c 0b'],
    [programme('next-pattern'), '6e 01 00 48 b7'],
    ['stop', '6e 01 00 98 07', '6e 01 00 9c 0b'],
  ],
  'richmat-nordic-bed': [
    [level('head', 2), '9a'],
    [level('foot', 3), '9f'],
    [programme('next-pattern'), '48'],
    ['stop', '98', '9c'],
  ],
  // blamechris/bedjet-local, PROTOCOL.md: button, time, temperature in half degrees, fan step = % / 5 − 1.
  'bedjet-3': [
    [programme('heat')],
    [start, '01 03'],
    [celsius(37.5), '03 4b'],
    [timer(5400), '02 01 1e'],
    [level('fan', 5), '07 00'],
    [level('fan', 100), '07 13'],
    [start, '01 03', '03 4b', '02 01 1e'],
    ['stop', '01 01'],
  ],
  // PostLogical/ooler_ble_client: always °F. 20 °C = 68 °F, 13 °C = 55.4, 43 °C = 109.4.
  ooler: [
    [start, '01', '00'],
    [celsius(20), '44'],
    [programme('boost'), '02'],
    [start, '01', '02', '44'],
    [celsius(13), '37'],
    [celsius(43), '6d'],
    ['stop', '00'],
  ],
  // aitjcize/ha-blockbluelight, BLE_PROTOCOL_ANALYSIS.md: on, off, and a timer of 900 s, as complete frames.
  'blockbluelight-panel': [
    [timer(900), '3a 01 31 00 02 03 84 bb 0a'],
    [start, '3a 01 20 00 01 01 23 0a', '3a 01 31 00 02 03 84 bb 0a'],
    ['stop', '3a 01 20 00 01 00 22 0a'],
  ],
  // ph4r05/ph4-walkingpad, pad.py: F7 A2 key value sum FD; the sum is that of A2, key and value.
  'kingsmith-walkingpad': [
    [start, 'f7 a2 02 01 a5 fd', 'f7 a2 04 01 a7 fd', 'f7 a2 01 05 a8 fd'],
    [level('belt', 6), 'f7 a2 01 3c df fd'],
    [pause, 'f7 a2 01 00 a3 fd'],
    // Not the earlier 6 km/h.
    [start, 'f7 a2 02 01 a5 fd', 'f7 a2 04 01 a7 fd', 'f7 a2 01 05 a8 fd'],
    // At once, when the pad may miss it, and again after 690 ms.
    ['stop', 'f7 a2 01 00 a3 fd', 'f7 a2 01 00 a3 fd'],
  ],
  // … bedtech.md: (command + 0x6F) & 0xFF.
  'bedtech-bed': [
    [start, '6e 01 00 5d cc'],
    [nudge('head', 'up'), '6e 01 00 4c bb'],
    [nudge('head', 'down'), '6e 01 00 4d bc'],
    [nudge('foot', 'up'), '6e 01 00 4e bd'],
    [nudge('foot', 'down'), '6e 01 00 4f be'],
    [programme('wave-1'), '6e 01 00 49 b8'],
    [programme('wave-3'), '6e 01 00 4b ba'],
    [programme('next'), '6e 01 00 48 b7'],
    [timer(600), '6e 01 00 5f ce'],
    [timer(1200), '6e 01 00 63 d2'],
    [timer(1800), '6e 01 00 61 d0'],
    ['stop', '6e 01 00 5e cd'],
  ],
  // … jiecang.md and its facts: F1 F1, data, the sum of the data, 7E; start and stop are there as complete frames.
  'jiecang-bed': [
    [start, 'f1 f1 10 01 08 19 7e'],
    [level('back', 10), 'f1 f1 12 02 08 0a 26 7e'],
    [level('leg', 3), 'f1 f1 14 02 08 03 21 7e'],
    [programme('next'), 'f1 f1 16 01 0a 21 7e'],
    ['stop', 'f1 f1 11 01 08 1a 7e'],
  ],
  // blak3r/treadspan, protocol-analysis/ble: five bytes; the speed in miles and hundredths. 4 km/h are 2.4855 mph, 6.4 are 3.9768.
  'lifespan-console': [
    [start, 'e1 00 00 00 00'],
    [level('belt', 4), 'd0 02 30 00 00'],
    [level('belt', 6.4), 'd0 03 61 00 00'],
    [pause, 'e0 00 00 00 00'],
    ['stop', 'e0 00 00 00 00'],
  ],
  // … reverie.md: 55, payload, xor; the stop is there as a complete frame.
  'reverie-bed': [
    [level('head', 10), '55 53 0a 0c'],
    [level('foot', 1), '55 54 01 00'],
    [level('wave', 9), '55 49 1c'],
    ['stop', '55 35 60'],
  ],
};

describe.each(Object.entries(vectors))('%s', (id, steps) => {
  it('gets the bytes of its protocol, and accepts them', async () => {
    const device = simulated(id);
    const { apply, stop, sent, driver, clock } = await bench(kind(id), device);
    const polls = new Set(['f7 a2 00 00 a2 fd', '3a 01 10 00 00 11 0a', 'a1 91 00 00 00', 'a1 82 00 00 00', 'a1 89 00 00 00']);
    for (const [command, ...expected] of steps) {
      const before = sent.length;
      await (command === 'stop' ? stop() : apply(command));
      expect(sent.slice(before).filter((frame) => !polls.has(frame))).toEqual(expected);
    }
    expect(device.refusals.filter(({ meaning }) => meaning !== 'too-fast' && meaning !== 'off')).toEqual([]);
    await clock.advance(20_000);
    expect(device.state(clock.now()).running).toBe(false);
    expect(driver.telemetry.value.running ?? false).toBe(false);
  });
});

describe('complete frames from the sources', () => {
  // nathanabrewer/sperax-rm01: two captured frames; the second is one with an escaped checksum.
  it('Sperax: handshake and queries', async () => {
    const pad = simulated('sperax-rm01');
    const { setUp, sent, clock, apply, stop } = await bench(kind('sperax-rm01'), pad);
    expect(setUp[0]).toBe('f5 07 00 01 26 d8 fa');
    await clock.advance(1500);
    expect(sent).toContain('f5 08 00 19 f0 0a 59 fa');
    await apply(level('belt', 2.5));
    expect(pad.accepted.at(-1)?.meaning).toBe('speed 2.5');
    await stop();
    expect(pad.accepted.at(-1)?.meaning).toBe('stop');
    expect(pad.refusals).toEqual([]);
  });

  it('Sperax runs through all its speeds without a wrong frame', async () => {
    const pad = simulated('sperax-rm01');
    const { apply } = await bench(kind('sperax-rm01'), pad);
    for (let tenths = 10; tenths <= 60; tenths++) {
      await apply(level('belt', tenths / 10));
      expect(pad.state(0).levels.belt).toBe(tenths / 10);
    }
    expect(pad.refusals).toEqual([]);
  });

  it('Solace: every command', async () => {
    const bed = simulated('solace-bed');
    const { apply, stop, sent } = await bench(kind('solace-bed'), bed);
    for (const zone of ['head', 'foot']) for (const direction of ['up', 'down'] as const) await apply(nudge(zone, direction));
    for (const minutes of [10, 20, 30]) await apply(timer(minutes * 60));
    await stop();
    expect(sent.map((frame) => frame.slice(24, 26))).toEqual(['10', '11', '12', '13', '16', '17', '18', '1c']);
    expect(bed.accepted.map(({ meaning }) => meaning)).toEqual([
      'head up',
      'head down',
      'foot up',
      'foot down',
      '10 min',
      '20 min',
      '30 min',
      'off',
    ]);
  });
});

describe('a WalkingPad', () => {
  it.each(['fe02', 'fe01', 'fff2'] as const)('is found where it can be written to %s', async (dialect) => {
    const pad = simulatedWalkingPad({ dialect });
    const { apply, driver, clock, stop } = await bench(kind('kingsmith-walkingpad'), pad);
    await apply(start);
    await apply(level('belt', 3));
    await clock.advance(10_000);
    expect(pad.state(clock.now())).toMatchObject({ running: true, speedKmh: 3 });
    expect(driver.telemetry.value).toMatchObject({ running: true, speedKmh: 3, levels: { belt: 3 } });
    await stop();
    await clock.advance(10_000);
    expect(driver.telemetry.value).toMatchObject({ running: false, speedKmh: 0 });
    expect(driver.telemetry.value.distanceM).toBeGreaterThan(0);
    expect(pad.refusals).toEqual(pad.refusals.filter(({ meaning }) => meaning === 'too-fast'));
  });

  it('receives a stop that came too soon, because it is sent again', async () => {
    const pad = simulatedWalkingPad();
    const { apply, clock, stop, driver, settle } = await bench(kind('kingsmith-walkingpad'), pad);
    await apply(start);
    await clock.advance(1000);
    const speed = driver.apply(level('belt', 6));
    speed.catch(() => {});
    await clock.advance(0);
    const before = pad.accepted.length + pad.refusals.length;
    const stopping = driver.stop();
    await clock.advance(0);
    // Sent at once, and missed by the pad.
    expect(pad.accepted.length + pad.refusals.length).toBeGreaterThan(before);
    await settle(stopping);
    expect(pad.state(clock.now()).levels.belt).toBe(0);
    await stop();
  });
});

describe('Keeson', () => {
  it('cannot be used, because no stop is known', async () => {
    const keeson = kind('keeson-bed');
    expect(keeson.disabled).toBe('no-known-stop');
    const bed = simulated('keeson-bed');
    await expect(bench(keeson, bed)).rejects.toMatchObject({ cause: { code: 'disabled' } });
    expect(bed.accepted).toEqual([]);
  });
});

describe('every profile', () => {
  it('claims nothing about itself that is not known', () => {
    expect(
      everyProfile
        .filter(({ verified }) => verified === 'vectors')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['blockbluelight-panel', 'jiecang-bed', 'keeson-bed', 'kingsmith-walkingpad', 'solace-bed', 'sperax-rm01']);
    // Only these have a timer that is set with each start, or a longest run.
    expect(
      everyProfile
        .filter(({ endsByItself }) => endsByItself !== 'no')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['bedjet-3', 'blockbluelight-panel']);
  });
});
