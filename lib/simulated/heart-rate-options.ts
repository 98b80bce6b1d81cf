import type { BodySensorLocation } from '../bluetooth/services/heart-rate';

/** A stretch in which something fails, in ms after the first beat's interval began: `fromMs` ≤ t < `toMs`. */
export interface Interruption {
  readonly fromMs: number;
  readonly toMs: number;
  /**
   * - `no-contact`: the electrodes are off the skin. HR is 0, and no interval that touches the stretch is ever sent.
   * - `no-rr`: packets have HR only; the beats of the stretch are lost.
   * - `silent`: no packets although the link is up; the beats of the stretch are lost.
   */
  readonly what: 'no-contact' | 'no-rr' | 'silent';
}

/** An interval that was sent. */
export interface SentBeat {
  /** Its index in the series, 0 for the first. */
  readonly index: number;
  readonly rrMs: number;
  /** The value sent, in 1/1024 s. */
  readonly ticks: number;
  /** When the beat happened, and when its packet was sent, in the caller's time. */
  readonly beatAtMs: number;
  readonly sentAtMs: number;
}

export interface HeartRateOptions {
  /** True RR intervals in ms, finite or not; read once. Beats happen whether or not anyone is connected. */
  readonly rr: Iterable<number>;
  /** When the first interval begins, in the caller's time. Otherwise `leadInMs` after the first connection. */
  readonly startMs?: number;
  /** Default 0. */
  readonly leadInMs?: number;
  /** Default `chest`. */
  readonly location?: Exclude<BodySensorLocation, 'unknown'>;
  /**
   * - `measured` (default): every interval, each rounded to 1/1024 s as straps do.
   * - `made-up`: 60000 ÷ whole bpm, in ms but sent as if it were 1/1024 s, as some straps do.
   * - `none`: HR only, as some optical sensors send.
   */
  readonly rrSource?: 'measured' | 'made-up' | 'none';
  /** Whether the sensor claims to detect skin contact. Default true. */
  readonly contactSupport?: boolean;
  /** Default 1000. */
  readonly packetEveryMs?: number;
  /** Always send HR as u16. Default false. */
  readonly wideHr?: boolean;
  /** Energy expended, sent with every tenth packet; adds the control point. Default none. */
  readonly energy?: { readonly startKj: number; readonly kjPerHour: number } | null;
  /** `big` for a sensor with its bytes in the wrong order. Default `little`. */
  readonly byteOrder?: 'little' | 'big';
  readonly interruptions?: readonly Interruption[];
  /** Called for each interval sent, in order. */
  readonly onSent?: (beat: SentBeat) => void;
}
