import type { ModelPacket, PeripheralModel } from '../model';
import { allows, answered, earliest, type ModelPart, peripheral, refused } from '../peripheral';
import { prng } from '../prng';

/** The service as pyhypervolt describes it, written again here: a device that imported its UUIDs from the driver would prove nothing. */
const tail = '-3c31-4e56-8c2b-e8f479d2b056';
const [SERVICE, AUTH, SPEED, TELEMETRY] = [`31cb456a${tail}`, `31cb4570${tail}`, `31cb456c${tail}`, `31cb456d${tail}`];
const TELEMETRY_EVERY_MS = 1000;
const HOTTEST_C = 45;

export interface HypervoltOptions {
  /** Address of the device; the right response depends on it. Default `10:20:30:40:50:60`. */
  readonly address?: string;
  readonly seed?: number;
  /** 256 bytes in place of the maker's table; default a made-up one. */
  readonly table?: Uint8Array;
  /** Accepts speeds but does not move. */
  readonly charging?: boolean;
}

export interface SimulatedHypervolt extends PeripheralModel {
  /** What the motor really does, connected or not: 0 to 3. */
  motor(): number;
}

/** A made-up table: the maker's is not part of this project. */
export function madeUpTable(seed = 1): Uint8Array {
  const random = prng(seed, 70);
  return Uint8Array.from({ length: 256 }, () => Math.floor(random.uniform() * 256));
}

/**
 * A massage gun that obeys only after the right response to a challenge, which is new for every read. It ignores speeds above 3, and keeps
 * running when the link is lost. Deterministic: same options and calls, same packets.
 */
export function simulatedHypervolt(options: HypervoltOptions = {}): SimulatedHypervolt {
  const { address = '10:20:30:40:50:60', seed = 1, table = madeUpTable(), charging = false } = options;
  const mac = address.split(':').map((byte) => Number.parseInt(byte, 16));
  const random = prng(seed, 71);
  let challenge: readonly number[] | null = null;
  let admitted = false;
  let speed = 0;
  let temperatureC = 24;
  let dataAtMs: number | null = null;
  let outbox: ModelPacket[] = [];

  function right(response: Uint8Array): boolean {
    if (challenge === null || response.length !== 4) return false;
    const expected = expectedResponse(challenge, mac, table);
    return expected.every((byte, at) => byte === response[at]);
  }

  function setSpeed(bytes: Uint8Array, atMs: number) {
    if (!admitted) return refused('not-permitted');
    const [wanted = 0xff] = bytes;
    if (bytes.length !== 1 || wanted > 3) return refused('failed');
    if (charging) return answered();
    speed = wanted;
    outbox.push({ characteristic: SPEED, bytes: Uint8Array.of(speed, speed === 0 ? 0 : 1), atMs: atMs + 30 });
    return answered();
  }

  const part: ModelPart = {
    service: {
      uuid: SERVICE,
      characteristics: [
        { uuid: AUTH, properties: allows('read', 'write') },
        { uuid: SPEED, properties: allows('write', 'notify') },
        { uuid: TELEMETRY, properties: allows('notify') },
      ],
    },
    connected(atMs) {
      admitted = false;
      challenge = null;
      dataAtMs = atMs + TELEMETRY_EVERY_MS;
    },
    disconnected() {
      dataAtMs = null;
      outbox = [];
    },
    read() {
      challenge = [1, ...Array.from({ length: 3 }, () => Math.floor(random.uniform() * 256))];
      return answered(Uint8Array.from(challenge));
    },
    write(uuid, bytes, atMs) {
      if (uuid === SPEED) return setSpeed(bytes, atMs);
      admitted = right(bytes);
      challenge = null;
      return admitted ? answered() : refused('failed');
    },
    nextAtMs: () => earliest([dataAtMs, ...outbox.map(({ atMs }) => atMs)]),
    advance(toMs) {
      while (dataAtMs !== null && dataAtMs <= toMs) {
        temperatureC = Math.min(HOTTEST_C, temperatureC + speed * 0.02);
        outbox.push({ characteristic: TELEMETRY, bytes: telemetry(speed, temperatureC), atMs: dataAtMs });
        dataAtMs += TELEMETRY_EVERY_MS;
      }
      const due = outbox.filter(({ atMs }) => atMs <= toMs).sort((a, b) => a.atMs - b.atMs);
      outbox = outbox.filter(({ atMs }) => atMs > toMs);
      return due;
    },
  };
  return { ...peripheral({ address, name: 'Hypervolt 2', advertised: [] }, [part]), motor: () => speed };
}

/** Computes the response as the device does, with a mask after each step: from notes on the protocol, independent of the driver. */
function expectedResponse(challenge: readonly number[], mac: readonly number[], table: Uint8Array): readonly number[] {
  const at = (list: ArrayLike<number>, index: number) => list[index] ?? 0;
  const [late, middle, early] = [at(challenge, 1), at(challenge, 2), at(challenge, 3)];
  let first = (at(mac, 5) | at(mac, 1)) ^ at(table, at(mac, 4) ^ late);
  if (early % 2 === 1) first = Math.floor(first / 2);
  const second = late ^ ((at(table, at(mac, 2) & middle) + at(mac, 3)) % 256);
  let third = at(mac, 0) ^ at(table, early ^ at(mac, 5));
  if (middle % 2 === 1) third = (third * 2) % 256;
  return [1, first, second, third];
}

function telemetry(speed: number, temperatureC: number): Uint8Array {
  const bytes = new Uint8Array(14);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, speed * 1200);
  view.setUint16(10, 1509);
  view.setInt8(12, Math.round(temperatureC));
  return bytes;
}
