import { describe, expect, it } from 'vitest';
import { uuid16 } from '../../../../lib/bluetooth/uuid';
import { framedDevices } from '../../../../lib/simulated/framed';
import { simulatedBedjet } from '../../../../lib/simulated/framed/bedjet';
import { simulatedBlockBlueLight } from '../../../../lib/simulated/framed/blockbluelight';
import type { FramedDevice } from '../../../../lib/simulated/framed/framed-device';
import { simulatedOoler } from '../../../../lib/simulated/framed/ooler';
import { simulatedSperax } from '../../../../lib/simulated/framed/sperax';
import { simulatedWalkingPad } from '../../../../lib/simulated/framed/walkingpad';

const bytes = (hex: string) => Uint8Array.from(hex.split(' '), (pair) => Number.parseInt(pair, 16));

function connectDevice(id: string): FramedDevice {
  const make = framedDevices[id];
  if (make === undefined) throw new Error(`no ${id}`);
  const made = make();
  made.connected(0);
  return made;
}

/** The writable characteristic. */
function target({ services }: FramedDevice): string {
  const all = services.flatMap(({ characteristics }) => characteristics);
  return all.find(({ properties: p }) => p.write || p.writeWithoutResponse)?.uuid ?? '';
}

describe('the table', () => {
  it('has a unique address and name for each', () => {
    const made = Object.values(framedDevices).map((make) => make());
    expect(new Set(made.map(({ address }) => address)).size).toBe(made.length);
    expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
    expect(made.every(({ address }) => /^([0-9A-F]{2}:){5}[0-9A-F]{2}$/.test(address))).toBe(true);
  });
});

describe('wrong frames', () => {
  it.each([
    ['jensen-bed', '12 05 05 00 00', 'bad-frame'],
    ['jensen-bed', '12 05 05 00 00 00', 'locked'],
    ['linak-bed', '80', 'bad-frame'],
    ['linak-bed', '80 01', 'bad-frame'],
    ['linak-bed', '03 00', 'motor'],
    ['linak-bed', '92 00', 'unknown-command'],
    ['richmat-wilinke-bed', '6e 01 00 99 09', 'bad-checksum'],
    ['richmat-wilinke-bed', '6e 01 00 99', 'bad-frame'],
    ['richmat-wilinke-bed', '6e 01 00 24 93', 'motor'],
    ['richmat-nordic-bed', '24', 'motor'],
    ['richmat-nordic-bed', '98 00', 'bad-frame'],
    ['bedjet-3', '01', 'bad-frame'],
    ['bedjet-3', '01 09', 'unknown-command'],
    ['bedjet-3', '03 57', 'out-of-range'],
    ['bedjet-3', '07 14', 'out-of-range'],
    ['bedjet-3', '02 00 3c', 'out-of-range'],
    ['blockbluelight-panel', '3a 01 20 00 01 01 24 0a', 'bad-checksum'],
    ['blockbluelight-panel', '3a 01 20 00 02 01 24 0a', 'bad-frame'],
    ['blockbluelight-panel', '3a 01 21 00 01 01 24 0a', 'unknown-command'],
    ['kingsmith-walkingpad', 'f7 a2 01 05 a7 fd', 'bad-checksum'],
    ['kingsmith-walkingpad', 'f7 a2 01 05 a8', 'bad-frame'],
    ['kingsmith-walkingpad', 'f7 a2 01 05 a8 fd', 'off'],
    ['sperax-rm01', 'f5 07 00 01 26 d9 fa', 'bad-checksum'],
    ['sperax-rm01', 'f5 08 00 01 26 d8 fa', 'bad-frame'],
    // Unescaped.
    ['sperax-rm01', 'f5 07 00 19 fa 59 fa', 'bad-frame'],
    ['bedtech-bed', '6e 01 00 5d cb', 'bad-checksum'],
    ['solace-bed', 'ff ff ff ff 05 00 00 00 10 00 00', 'bad-checksum'],
    ['reverie-bed', '55 35 61', 'bad-checksum'],
    ['reverie-bed', '55 53 0b 0d', 'out-of-range'],
    ['keeson-bed', 'e5 fe 16 00 08 00 00 ff', 'bad-checksum'],
  ])('%s ignores %s', (id, hex, why) => {
    const device = connectDevice(id);
    const before = device.state(0);
    const reply = device.write(target(device), bytes(hex), 0);
    expect(reply.ok).toBe(why === 'off');
    expect(device.refusals.map(({ meaning }) => meaning)).toEqual([why]);
    expect(device.accepted).toEqual([]);
    expect(device.state(0)).toEqual(before);
  });
});

describe('behaviour without commands', () => {
  it('a panel switches off when its countdown ends, whoever is connected', () => {
    const panel = simulatedBlockBlueLight();
    panel.connected(0);
    panel.write(uuid16(0xfff2), bytes('3a 01 31 00 02 03 84 bb 0a'), 0);
    panel.write(uuid16(0xfff2), bytes('3a 01 20 00 01 01 23 0a'), 0);
    panel.disconnected(1000);
    expect(panel.state(899_000)).toMatchObject({ running: true, remainingS: 1 });
    expect(panel.state(900_000).running).toBe(false);
  });

  it('a BedJet stops when its time ends, and never runs longer than its mode allows', () => {
    const bedjet = simulatedBedjet();
    const command = target(bedjet);
    bedjet.connected(0);
    bedjet.write(command, bytes('01 04'), 0);
    bedjet.write(command, bytes('02 03 00'), 0);
    expect(bedjet.state(0)).toMatchObject({ running: true, programme: 'turbo', remainingS: 600 });
    bedjet.disconnected(1000);
    expect(bedjet.state(600_000).running).toBe(false);
  });

  it('an Ooler that is off obeys only its switch', () => {
    const pad = simulatedOoler();
    const [power, mode, aim] = pad.services.flatMap(({ characteristics }) => characteristics.map(({ uuid }) => uuid));
    pad.connected(0);
    pad.write(aim ?? '', bytes('44'), 0);
    pad.write(power ?? '', bytes('01'), 0);
    pad.write(mode ?? '', bytes('02'), 0);
    pad.write(aim ?? '', bytes('37'), 0);
    pad.write(aim ?? '', bytes('36'), 0);
    expect(pad.refusals.map(({ meaning }) => meaning)).toEqual(['off', 'out-of-range']);
    expect(pad.state(0)).toMatchObject({ running: true, programme: 'boost' });
    expect(pad.state(0).temperatureC).toBeCloseTo(12.8, 1);
  });

  it('a WalkingPad loses commands within 690 ms, and keeps running without a link', () => {
    const pad = simulatedWalkingPad();
    const command = target(pad);
    pad.connected(0);
    pad.write(command, bytes('f7 a2 02 01 a5 fd'), 0);
    expect(pad.write(command, bytes('f7 a2 04 01 a7 fd'), 600)).toEqual({ ok: true, bytes: new Uint8Array() });
    expect(pad.state(700).running).toBe(false);
    pad.write(command, bytes('f7 a2 04 01 a7 fd'), 700);
    pad.write(command, bytes('f7 a2 01 1e c1 fd'), 1400);
    pad.disconnected(2000);
    expect(pad.state(60_000)).toMatchObject({ running: true, speedKmh: 3 });
    expect(pad.refusals.map(({ meaning }) => meaning)).toEqual(['too-fast']);
  });

  it('a Sperax moves only for a host that requested control on this link', () => {
    const pad = simulatedSperax();
    pad.connected(0);
    // Computed independently, by a program that reproduces the two captured frames of PROTOCOL.md.
    const [control, go] = [bytes('f5 07 00 00 d2 b6 fa'), bytes('f5 0a 00 15 01 19 00 1f c9 fa')];
    pad.write(target(pad), go, 0);
    pad.write(target(pad), control, 0);
    pad.disconnected(1);
    pad.connected(2);
    pad.write(target(pad), go, 2);
    expect(pad.refusals.map(({ meaning }) => meaning)).toEqual(['locked', 'locked']);
    pad.write(target(pad), control, 3);
    pad.write(target(pad), go, 3);
    expect(pad.accepted.at(-1)?.meaning).toBe('speed 2.5');
    pad.disconnected(4);
    expect(pad.state(60_000)).toMatchObject({ running: true, speedKmh: 2.5 });
  });
});
