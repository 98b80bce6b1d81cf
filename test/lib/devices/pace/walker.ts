import { beginPace, heartRateCap, look, type PaceCommand, type PaceSettings, type PaceState, tap } from '../../../../lib/devices/pace';
import { prng } from '../../../../lib/simulated/prng';

/** One second of a walk. */
export interface Second {
  readonly atMs: number;
  /** As reported by the strap. */
  readonly bpm: number;
  readonly beltKmh: number;
  readonly command: PaceCommand | null;
  /** Whether the command came from a tap. */
  readonly tapped: boolean;
  /** The set speed before the command. */
  readonly setKmh: number;
}

export interface Walk {
  readonly settings: PaceSettings;
  readonly seconds: readonly Second[];
  readonly end: PaceState;
}

const BELT_KMH_PER_S = 0.5;
const START_S = 3;

/**
 * A person on a belt, each with another heart: rate at rest, rise for each km/h, delay (shorter up than down), drift, slow rise over time,
 * and rounding by the strap. Taps for more speed every second unless refused. `strapUntilS`: the strap stops sending then.
 */
export function walk(seed: number, { lengthS = 1500, strapUntilS = Number.POSITIVE_INFINITY, taps = true } = {}): Walk {
  const random = prng(seed, 90);
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  const restBpm = between(48, 75);
  const age = Math.round(between(20, 75));
  const cap = heartRateCap({
    year: 2026,
    birthYear: 2026 - age,
    hrMaxBpm: null,
    hrRestBpm: random.uniform() < 0.5 ? Math.round(restBpm) : null,
  });
  if (!cap.ok) throw new Error(cap.error);
  const settings: PaceSettings = {
    capBpm: cap.cap.capBpm,
    maxKmh: between(2, 6),
    beltMinKmh: 0.5,
    beltStepKmh: 0.1,
    heartRateMedicine: false,
  };
  const standingBpm = restBpm + between(5, 15);
  const perKmh = between(3, 14);
  const upS = between(15, 90);
  const downS = upS * between(1, 1.6);
  const creepPerMin = between(0, 0.5);
  const [wanderSd, wanderS, noiseSd] = [between(0.5, 2), between(5, 30), between(0.2, 1)];
  let steady = standingBpm;
  let creep = 0;
  let wander = 0;
  let beltKmh = 0;
  let targetKmh = settings.beltMinKmh;
  let state = beginPace(settings, 0);
  let heartRate: { atMs: number; bpm: number } | null = null;
  const seconds: Second[] = [];
  for (let s = 1; s <= lengthS; s++) {
    const atMs = s * 1000;
    if (s > START_S) beltKmh += Math.max(-BELT_KMH_PER_S, Math.min(BELT_KMH_PER_S, targetKmh - beltKmh));
    if (beltKmh > 0) creep += creepPerMin / 60;
    const goal = standingBpm + perKmh * beltKmh + creep;
    steady += (goal - steady) / (goal > steady ? upS : downS);
    wander += -wander / wanderS + wanderSd * Math.sqrt(2 / wanderS) * random.normal();
    const bpm = Math.round(steady + wander + noiseSd * random.normal());
    if (s <= strapUntilS) heartRate = { atMs, bpm };
    const setKmh = state.setKmh;
    const looked = look(state, settings, { atMs, heartRate, beltKmh });
    state = looked.state;
    let command = looked.command;
    let tapped = false;
    if (taps && command === null) {
      const answer = tap(state, settings, { atMs, heartRate, beltKmh });
      state = answer.state;
      if ('command' in answer) [command, tapped] = [answer.command, true];
    }
    if (command !== null) targetKmh = command.kind === 'stop' ? 0 : command.kmh;
    seconds.push({ atMs, bpm, beltKmh, command, tapped, setKmh });
  }
  return { settings, seconds, end: state };
}
