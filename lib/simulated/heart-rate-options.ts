import type { BodySensorLocation } from '../bluetooth/services/heart-rate';

/** A stretch in which something fails, in ms after the first beat's interval began: `fromMs` ≤ t < `toMs`. */
export interface Interruption {
  readonly fromMs: number;
  readonly toMs: number;
  /**
   * - `no-contact`: the electrodes are off the skin. HR is 0, and no interval that touches the stretch is ever sent.
   * - `no-rr`: packets go on with HR alone; the beats of the stretch are lost.
   * - `silent`: no packet at all although the link is up; the beats of the stretch are lost.
   */
  readonly what: 'no-contact' | 'no-rr' | 'silent';
}

/** An interval that went out. */
export interface SentBeat {
  /** Its place in the series given, 0 for the first. */
  readonly index: number;
  readonly rrMs: number;
  /** What was sent for it, in 1/1024 s. */
  readonly ticks: number;
  /** When the beat happened, and when its packet was sent, in the caller's time. */
  readonly beatAtMs: number;
  readonly sentAtMs: number;
}

export interface HeartRateOptions {
  /** True RR intervals in ms, finite or not; read once. Beats happen on their own, connected or not. */
  readonly rr: Iterable<number>;
  /** When the first interval begins, in the caller's time. Otherwise `leadInMs` after the first connection. */
  readonly startMs?: number;
  /** Default 0. */
  readonly leadInMs?: number;
  /** Default `chest`. */
  readonly location?: Exclude<BodySensorLocation, 'unknown'>;
  /**
   * - `measured` (default): every interval, rounded to 1/1024 s by itself as straps do.
   * - `made-up`: 60000 ÷ whole bpm, in ms but sent as if it were 1/1024 s (facts/hrv.md, p37_kyto).
   * - `none`: HR alone, as some optical sensors send.
   */
  readonly rrSource?: 'measured' | 'made-up' | 'none';
  /** Whether the sensor claims to know about skin contact. Default true. */
  readonly contactSupport?: boolean;
  /** Default 1000. */
  readonly packetEveryMs?: number;
  /** HR as u16 always. Default false. */
  readonly wideHr?: boolean;
  /** Energy expended, sent with every tenth packet; brings the control point with it. Default none. */
  readonly energy?: { readonly startKj: number; readonly kjPerHour: number } | null;
  /** `big` for a sensor with its bytes the wrong way round. Default `little`. */
  readonly byteOrder?: 'little' | 'big';
  readonly interruptions?: readonly Interruption[];
  /** Called for each interval sent, in order. */
  readonly onSent?: (beat: SentBeat) => void;
}
