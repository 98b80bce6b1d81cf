import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypervolt2, parseAddress, parseSecretTable } from '../../../../lib/devices/drivers/hypervolt';
import {
  decodeChallenge,
  decodeHypervoltStatus,
  decodeHypervoltTelemetry,
  hypervoltUuids,
  responseTo,
} from '../../../../lib/devices/drivers/hypervolt/codec';
import { withRadioFaults } from '../../../../lib/simulated/radio-faults';
import { madeUpTable, simulatedHypervolt } from '../../../../lib/simulated/recovery/hypervolt';
import { hex } from '../../bluetooth/services/bytes';
import { rigged } from './rig';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const ADDRESS = bytes('102030405060');
const secrets = { address: ADDRESS, table: madeUpTable() };
const level = (value: number) => ({ kind: 'level', zone: 'motor', level: value }) as const;

/** pyhypervolt: address 10:20:30:40:50:60, challenge → response with the maker's table, which is not in this repository. */
const PUBLISHED = [
  ['01ca6e71', '015859d2'],
  ['0152ddfa', '01209782'],
  ['01444a59', '011c0540'],
  ['0183d71f', '011446fc'],
] as const;

/** For each entry of the table that the vectors use, the bytes that it could contain if `respond` made the response. */
function possibleTables(respond: typeof responseTo): Map<number, Set<number>> {
  const possible = new Map<number, Set<number>>();
  for (const [challenge, response] of PUBLISHED) {
    const [c, r] = [bytes(challenge), bytes(response)];
    const bare = respond(c, ADDRESS, new Uint8Array(256));
    for (const out of [1, 2, 3]) {
      // The entry that this byte depends on: changing it changes the byte.
      const places = Array.from({ length: 256 }, (_, at) => at).filter((at) =>
        [1, 2, 0x80].some((value) => {
          const table = new Uint8Array(256);
          table[at] = value;
          return respond(c, ADDRESS, table)[out] !== bare[out];
        }),
      );
      expect(places).toHaveLength(1);
      const [place = -1] = places;
      const fitting = Array.from({ length: 256 }, (_, value) => value).filter((value) => {
        const table = new Uint8Array(256);
        table[place] = value;
        return respond(c, ADDRESS, table)[out] === r[out];
      });
      const before = possible.get(place);
      possible.set(place, new Set(before ? fitting.filter((value) => before.has(value)) : fitting));
    }
  }
  return possible;
}

describe('the response to the challenge', () => {
  it('equals a second, step-by-step computation', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 3, maxLength: 3 }),
        fc.uint8Array({ minLength: 6, maxLength: 6 }),
        fc.uint8Array({ minLength: 256, maxLength: 256 }),
        (challenge, mac, table) => {
          const at = (list: Uint8Array, index: number) => BigInt(list[index] ?? 0);
          // (b0, b1, b2): the last three bytes, reversed.
          const [b2, b1, b0] = [at(challenge, 0), at(challenge, 1), at(challenge, 2)];
          const [m0, m1, m2, m3, m4, m5] = [0, 1, 2, 3, 4, 5].map((index) => at(mac, index)) as [
            bigint,
            bigint,
            bigint,
            bigint,
            bigint,
            bigint,
          ];
          const index1 = (m4 ^ b2) & 255n;
          const index2 = m2 & b1 & 255n;
          const index3 = (b0 ^ m5) & 255n;
          const out1 = (((m5 | m1) ^ at(table, Number(index1))) & 255n) >> (b0 & 1n);
          const out2 = (b2 ^ (at(table, Number(index2)) + m3)) & 255n;
          const out3 = (((m0 ^ at(table, Number(index3))) & 255n) << (b1 & 1n)) & 255n;
          expect([...responseTo(Uint8Array.of(1, ...challenge), mac, table)]).toEqual([1, Number(out1), Number(out2), Number(out3)]);
        },
      ),
    );
  });

  it('equals a computation by hand, with a table of 255 − index', () => {
    const table = Uint8Array.from({ length: 256 }, (_, at) => 255 - at);
    // b2 CA, b1 6E, b0 71. Entries 50^CA = 9A, 30&6E = 20, 71^60 = 11: bytes 65, DF, EE.
    expect([...responseTo(bytes('01ca6e71'), ADDRESS, table)]).toEqual([...bytes('0102d5fe')]);
  });

  it('the published vectors fit one table: entries that two of them use agree', () => {
    const possible = possibleTables(responseTo);
    expect([...possible.values()].every((values) => values.size > 0)).toBe(true);
    // Twelve look-ups of ten entries: two entries are checked against each other.
    expect(possible.size).toBe(10);
  });

  it('the published vectors fit no table when the formula is changed', () => {
    const wrong: Readonly<Record<string, typeof responseTo>> = {
      'without the shift to the right': (challenge, mac, table) => {
        const right = responseTo(challenge, mac, table);
        const at = (mac[4] ?? 0) ^ (challenge[1] ?? 0);
        right[1] = ((mac[5] ?? 0) | (mac[1] ?? 0)) ^ (table[at] ?? 0);
        return right;
      },
      'with exclusive or in place of the sum': (challenge, mac, table) => {
        const right = responseTo(challenge, mac, table);
        right[2] = (challenge[2] ?? 0) ^ (table[(mac[2] ?? 0) & (challenge[2] ?? 0)] ?? 0) ^ (mac[3] ?? 0);
        return right;
      },
    };
    for (const respond of Object.values(wrong)) {
      expect([...possibleTables(respond).values()].some((values) => values.size === 0)).toBe(true);
    }
  });
});

describe('notifications', () => {
  it('decodes the published packets', () => {
    expect(decodeHypervoltTelemetry(hex('0000000000000000 0E48 05E5 1B 00'))).toEqual({
      ok: true,
      value: { load: 0x0e48, batteryV: 15.09, temperatureC: 27 },
    });
    expect(decodeHypervoltStatus(hex('02 03'))).toEqual({ ok: true, value: { speed: 2, pressure: 3 } });
  });

  it('reports impossible values', () => {
    expect(decodeHypervoltStatus(hex('02'))).toMatchObject({ error: { name: 'too-short' } });
    expect(decodeHypervoltStatus(hex('04 00'))).toMatchObject({ error: { name: 'out-of-range', value: 4 } });
    expect(decodeHypervoltTelemetry(hex('00'.repeat(12)))).toMatchObject({ error: { name: 'too-short' } });
    expect(decodeChallenge(hex('02 00 00 00'))).toMatchObject({ error: { name: 'unsupported-frame', frame: 2 } });
    expect(decodeChallenge(hex('01 00 00'))).toMatchObject({ error: { name: 'too-short' } });
  });
});

describe('the address and the table as typed by the user', () => {
  it.each(['10:20:30:40:50:60', '10-20-30-40-50-60', '102030405060', ' 10:20:30:40:50:60\n'])('address %j', (text) => {
    expect(parseAddress(text)).toEqual({ ok: true, bytes: ADDRESS });
  });
  it.each([
    ['', 'not-an-address'],
    ['10:20:30:40:50', 'not-an-address'],
    ['10:20:30:40:50:6g', 'not-an-address'],
    ['10:20:30:40:50:60:70', 'not-an-address'],
    ['00:00:00:00:00:00', 'all-the-same'],
    ['FF:FF:FF:FF:FF:FF', 'all-the-same'],
  ])('address %j: %s', (text, name) => {
    expect(parseAddress(text)).toMatchObject({ ok: false, error: { name } });
  });

  const table = madeUpTable(3);
  const digits = Buffer.from(table).toString('hex');
  it.each([
    ['hex', digits],
    ['hex in lines', digits.replace(/(.{32})/g, '$1\n')],
    ['0x and commas', [...table].map((byte) => `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(', ')],
    ['a list in brackets', `[${[...table].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(',\n ')}]`],
    ['JSON', JSON.stringify([...table])],
  ])('table as %s', (_, text) => {
    expect(parseSecretTable(text)).toEqual({ ok: true, bytes: table });
  });
  it.each([
    ['', 'not-hex-or-json'],
    ['{"table":1}', 'not-hex-or-json'],
    ['0x1, 0x2', 'not-hex-or-json'],
    ['LOOKUP = bytes()', 'not-hex-or-json'],
    ['ab'.repeat(20_000), 'not-hex-or-json'],
    [digits.slice(2), 'wrong-length'],
    [`${digits}00`, 'wrong-length'],
    ['[]', 'wrong-length'],
    [JSON.stringify([...table.slice(0, 7), 256, ...table.slice(8)]), 'not-a-byte'],
    [JSON.stringify([...table.slice(0, 7), '7', ...table.slice(8)]), 'not-a-byte'],
    ['00'.repeat(256), 'all-the-same'],
  ])('refuses what is no table: %#', (text, name) => {
    expect(parseSecretTable(text)).toMatchObject({ ok: false, error: { name } });
  });

  it('any text gives 6 or 256 bytes, or a named error, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.integer()).map(String)), (text) => {
        for (const [parse, length] of [
          [parseAddress, 6],
          [parseSecretTable, 256],
        ] as const) {
          const read = parse(text);
          expect(read.ok ? read.bytes.length : typeof read.error.name).toBe(read.ok ? length : 'string');
        }
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (any) => {
        fc.pre(new Set(any).size > 1);
        expect(parseSecretTable(Buffer.from(any).toString('hex'))).toEqual({ ok: true, bytes: Uint8Array.from(any) });
        expect(parseSecretTable(JSON.stringify([...any]))).toEqual({ ok: true, bytes: Uint8Array.from(any) });
      }),
    );
  });
});

describe('the driver', () => {
  it.each([{}, { address: ADDRESS }, { table: madeUpTable() }, { address: ADDRESS.slice(1), table: madeUpTable() }])(
    'needs a secret without address and table: %#',
    async (given) => {
      const driver = hypervolt2.driver({ wait: () => new Promise(() => {}), secrets: given });
      const nothing = () => Promise.reject(new Error('asked the device'));
      const link = { service: nothing, read: nothing, write: nothing, subscribe: nothing };
      await expect(driver.setUp(link, new AbortController().signal)).rejects.toMatchObject({ code: 'needs-secret' });
    },
  );

  it('shakes hands, sets each level, stops', async () => {
    const model = simulatedHypervolt();
    const rig = await rigged(model, hypervolt2, secrets);
    expect(rig.connection.state.value).toBe('ready');
    for (const value of [1, 2, 3, 2]) {
      expect(await rig.done(rig.driver.apply(level(value)))).toBeNull();
      expect(model.motor()).toBe(value);
      await rig.time.pass(100);
      expect(rig.driver.telemetry.value).toMatchObject({ running: true, levels: { motor: value } });
    }
    await rig.time.pass(2000);
    expect(rig.driver.telemetry.value.temperatureC).toBe(24);
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(model.motor()).toBe(0);
    expect(rig.written.slice(1).map((write) => [write.uuid, write.hex])).toEqual(
      ['01', '02', '03', '02', '00'].map((byte) => [hypervoltUuids.speed, byte]),
    );
  });

  it('starts at the lowest level, and changes nothing if it already runs', async () => {
    const model = simulatedHypervolt();
    const rig = await rigged(model, hypervolt2, secrets);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    expect(model.motor()).toBe(1);
    await rig.done(rig.driver.apply(level(3)));
    await rig.time.pass(100);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    expect(model.motor()).toBe(3);
  });

  it('never sends a level above 3, or one that the gun does not have', async () => {
    const rig = await rigged(simulatedHypervolt(), hypervolt2, secrets);
    for (const value of [4, 5, -1, 255, Number.NaN]) expect(await rig.done(rig.driver.apply(level(value)))).toBe('out-of-range');
    expect(await rig.done(rig.driver.apply({ kind: 'timer', seconds: 60 }))).toBe('not-supported');
    expect(await rig.done(rig.driver.apply({ kind: 'pause' }))).toBe('not-supported');
    expect(rig.written).toHaveLength(1);
  });

  it('a wrong table or address is refused, and no level is sent', async () => {
    for (const wrong of [
      { address: ADDRESS, table: madeUpTable(2) },
      { address: bytes('112030405060'), table: madeUpTable() },
    ]) {
      const model = simulatedHypervolt();
      const rig = await rigged(model, hypervolt2, wrong, { connect: false });
      await rig.time.pass(60_000);
      expect(rig.connection.state.value).toBe('failed');
      expect(rig.connection.fault.value?.cause).toMatchObject({ code: 'refused-by-device' });
      expect(rig.written.every(({ uuid }) => uuid === hypervoltUuids.auth)).toBe(true);
    }
  });

  it('a stop overtakes what waits, and nothing that waited runs after it', async () => {
    const model = simulatedHypervolt();
    const rig = await rigged(withRadioFaults(model, { seed: 1, latencyMs: { min: 50, max: 50 } }), hypervolt2, secrets);
    await rig.time.pass(2000);
    const waiting = [1, 2, 3].map((value) => rig.done(rig.driver.apply(level(value))));
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(await Promise.all(waiting)).toEqual([null, 'superseded', 'superseded']);
    await rig.time.pass(5000);
    expect(model.motor()).toBe(0);
    expect(rig.written.slice(1).map((write) => write.hex)).toEqual(['01', '00']);
  });

  it('a stop during the handshake after a lost link reaches the running motor as soon as possible', async () => {
    const model = simulatedHypervolt();
    const rig = await rigged(withRadioFaults(model, { seed: 1, latencyMs: { min: 200, max: 200 } }), hypervolt2, secrets);
    await rig.time.pass(3000);
    await rig.done(rig.driver.apply(level(2)));
    rig.transport.setInReach(model.address, false);
    await rig.time.pass(100);
    expect(model.motor()).toBe(2);
    expect(rig.driver.telemetry.value).toEqual({});
    rig.transport.setInReach(model.address, true);
    while (rig.connection.state.value !== 'discovering') await rig.time.pass(50);
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(model.motor()).toBe(0);
  });

  it('a level that arrives during a stop waits for it', async () => {
    const model = simulatedHypervolt();
    const rig = await rigged(withRadioFaults(model, { seed: 1, latencyMs: { min: 50, max: 50 } }), hypervolt2, secrets);
    const first = rig.done(rig.driver.apply(level(3)));
    const stopped = rig.done(rig.driver.stop());
    const again = rig.done(rig.driver.stop());
    const late = rig.done(rig.driver.apply(level(1)));
    expect(await Promise.all([first, stopped, again, late])).toEqual([null, null, null, null]);
    expect(rig.written.slice(1).map((write) => write.hex)).toEqual(['03', '00', '00', '01']);
  });

  it('reports that it does not move while charging', async () => {
    const model = simulatedHypervolt({ charging: true });
    const rig = await rigged(model, hypervolt2, secrets);
    expect(await rig.done(rig.driver.apply(level(2)))).toBeNull();
    await rig.time.pass(2000);
    expect(rig.driver.telemetry.value.running).toBeUndefined();
  });

  it('describes itself before any link', () => {
    expect(hypervolt2).toMatchObject({ experimental: true, secrets: ['address', 'table'], disabled: null });
    expect(hypervolt2.capabilities.endsByItself).toBe(false);
    expect(hypervolt2.matches('HYPERVOLT 2', [])).toBe(true);
    expect(hypervolt2.matches('Hypervolt GO', [])).toBe(false);
  });
});
