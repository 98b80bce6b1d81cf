import { KG_PER_LB } from '../../../core/imperial';
import { DATE_TIME_BYTES, dateTimeBytes, decodeDateTime } from '../date-time';
import { type Decoded, decoded, missingBytes, noValue } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';

const flag = { imperial: 0x01, time: 0x02, user: 0x04, bmiAndHeight: 0x08 } as const;
const M_PER_IN = 0.0254;
/** The scale tried and did not get a weight. */
const UNSUCCESSFUL = 0xffff;
const UNKNOWN_USER = 0xff;

/** One Weight Measurement (2A9D). */
export interface WeightMeasurement {
  readonly weightKg: number;
  /** The unit that the scale sent, and shows. */
  readonly unit: 'kg' | 'lb';
  /** By the scale's clock, `YYYY-MM-DDThh:mm:ss` in no known zone; `null` when not sent or not known. */
  readonly deviceTime: string | null;
  /** Which of the scale's users; `null` when not sent or not known. */
  readonly user: number | null;
  /** Body mass index, kg/m², and height, m, as the scale has them; both or none. */
  readonly bmi: number | null;
  readonly heightM: number | null;
}

/**
 * Reads 2A9D: flags, weight (u16, 0.005 kg or 0.01 lb), perhaps time, user, BMI with height. Errors: `too-short` below 3 bytes,
 * `truncated`, `no-value` when the weighing did not succeed, `out-of-range` for a time that no calendar has.
 */
export function decodeWeightMeasurement(view: DataView): Decoded<WeightMeasurement> {
  const received = view.byteLength;
  if (received < 3) return missingBytes('too-short', 3, received);
  const flags = view.getUint8(0);
  const timeAt = 3;
  const userAt = timeAt + (flags & flag.time ? DATE_TIME_BYTES : 0);
  const bmiAt = userAt + (flags & flag.user ? 1 : 0);
  const needed = bmiAt + (flags & flag.bmiAndHeight ? 4 : 0);
  if (received < needed) return missingBytes('truncated', needed, received);

  const raw = decodeNumber(view, 1, 'u16');
  if (raw === UNSUCCESSFUL) return noValue('unknown');
  const imperial = (flags & flag.imperial) !== 0;
  const time = flags & flag.time ? decodeDateTime(view, timeAt) : decoded(null);
  if (!time.ok) return time;
  const user = flags & flag.user ? view.getUint8(userAt) : UNKNOWN_USER;
  const hasBmi = (flags & flag.bmiAndHeight) !== 0;
  return decoded({
    weightKg: imperial ? (raw / 100) * KG_PER_LB : raw / 200,
    unit: imperial ? 'lb' : 'kg',
    deviceTime: time.value,
    user: user === UNKNOWN_USER ? null : user,
    bmi: hasBmi ? decodeNumber(view, bmiAt, 'u16') / 10 : null,
    heightM: hasBmi ? heightM(decodeNumber(view, bmiAt + 2, 'u16'), imperial) : null,
  });
}

/** What a scale sends. Throws `RangeError` for values that do not fit, and for BMI without height or the reverse. */
export function encodeWeightMeasurement(measurement: WeightMeasurement): Uint8Array<ArrayBuffer> {
  const { weightKg, unit, deviceTime, user, bmi, heightM: height } = measurement;
  const imperial = unit === 'lb';
  const raw = Math.round(imperial ? (weightKg / KG_PER_LB) * 100 : weightKg * 200);
  if (raw === UNSUCCESSFUL) throw new RangeError(`not a weight: ${weightKg}`);
  if ((bmi === null) !== (height === null)) throw new RangeError('BMI and height go together');
  const bmiBytes =
    bmi === null || height === null
      ? []
      : [
          ...encodeNumber(Math.round(bmi * 10), 'u16'),
          ...encodeNumber(Math.round(imperial ? (height / M_PER_IN) * 10 : height * 1000), 'u16'),
        ];
  const flags =
    (imperial ? flag.imperial : 0) |
    (deviceTime === null ? 0 : flag.time) |
    (user === null ? 0 : flag.user) |
    (bmi === null ? 0 : flag.bmiAndHeight);
  return Uint8Array.from([
    flags,
    ...encodeNumber(raw, 'u16'),
    ...(deviceTime === null ? [] : dateTimeBytes(deviceTime)),
    ...(user === null ? [] : encodeNumber(user, 'u8')),
    ...bmiBytes,
  ]);
}

function heightM(raw: number, imperial: boolean): number {
  return imperial ? (raw / 10) * M_PER_IN : raw / 1000;
}
