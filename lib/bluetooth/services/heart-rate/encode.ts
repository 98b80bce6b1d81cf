import { flag, type SensorContact } from './measurement';

/** What a sensor puts into a packet. */
export interface MeasurementFields {
  readonly hrBpm: number;
  readonly contact: SensorContact;
  readonly energyKj: number | null;
  readonly rrTicks: readonly number[];
  /** Sends HR as u16 even if u8 would do. Above 255 bpm it always is. */
  readonly wideHr?: boolean;
}

/** Payload of a notification at the default ATT MTU of 23. */
const PACKET_BYTES = 20;

/** How many RR intervals fit into a packet of 20 bytes next to the other fields: 9 with 8-bit HR and no energy, down to 7. */
export function rrCapacity(wideHr: boolean, energy: boolean): number {
  return Math.floor((PACKET_BYTES - 2 - (wideHr ? 1 : 0) - (energy ? 2 : 0)) / 2);
}

/** A Heart Rate Measurement (2A37) as a sensor sends it; HR in bpm, energy in kJ, RR in 1/1024 s. Throws `RangeError` for anything but u16. */
export function encodeHeartRateMeasurement(fields: MeasurementFields): Uint8Array<ArrayBuffer> {
  const { hrBpm, contact, energyKj, rrTicks } = fields;
  for (const value of [hrBpm, energyKj ?? 0, ...rrTicks]) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new RangeError(`not a u16: ${value}`);
  }
  const wide = fields.wideHr === true || hrBpm > 0xff;
  const words = [...(energyKj === null ? [] : [energyKj]), ...rrTicks];
  const wordsAt = wide ? 3 : 2;
  const view = new DataView(new ArrayBuffer(wordsAt + 2 * words.length));
  view.setUint8(0, encodeFlags(wide, contact, energyKj !== null, rrTicks.length > 0));
  if (wide) view.setUint16(1, hrBpm, true);
  else view.setUint8(1, hrBpm);
  for (const [i, word] of words.entries()) view.setUint16(wordsAt + 2 * i, word, true);
  return new Uint8Array(view.buffer);
}

function encodeFlags(wide: boolean, contact: SensorContact, energy: boolean, rr: boolean): number {
  return (
    (wide ? flag.wideHr : 0) |
    (contact === 'unsupported' ? 0 : flag.contactSupported) |
    (contact === 'detected' ? flag.contactDetected : 0) |
    (energy ? flag.energy : 0) |
    (rr ? flag.rr : 0)
  );
}
