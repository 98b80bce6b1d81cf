/**
 * Synthetic RR intervals with known truth: breathing, a slow wave, a drift and noise; then faults of the kinds straps and hearts make.
 * Everything follows from the seed.
 */

export type FaultKind = 'early' | 'missed' | 'extra' | 'long';

export interface SyntheticSeries {
  /** The series before any fault. */
  readonly clean: Float64Array;
  /** The series with its faults; equal to `clean` when there are none. */
  readonly rrMs: Float64Array;
  readonly faults: readonly { readonly kind: FaultKind; readonly at: number }[];
}

/** Uniform numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function gaussianFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A clean series of about `durationS` seconds: mean RR 600–1250 ms, breathing at 9–22 a minute that wanders, RMSSD about 12–120 ms.
 */
export function cleanSeries(seed: number, durationS = 300): Float64Array {
  const random = randomFrom(seed);
  const gaussian = gaussianFrom(random);
  const between = (low: number, high: number) => low + (high - low) * random();

  const meanRr = between(600, 1250);
  const breathingHz = between(0.15, 0.37);
  const breathing = meanRr * 10 ** between(-2.1, -1.05);
  const slowHz = between(0.08, 0.12);
  const slow = meanRr * 10 ** between(-2.2, -1.3);
  const noise = between(2, 0.012 * meanRr);
  const drift = between(0.3, 1.5);

  const rr: number[] = [];
  let timeS = 0;
  let phase = between(0, 2 * Math.PI);
  let slowPhase = between(0, 2 * Math.PI);
  let depth = 1;
  let wander = 0;
  while (timeS < durationS) {
    wander = 0.995 * wander + drift * gaussian();
    depth = 1 + 0.9 * (depth - 1) + 0.08 * gaussian();
    const wave = breathing * depth * Math.sin(phase) + slow * Math.sin(slowPhase);
    const value = Math.max(330, meanRr + wave + wander + noise * gaussian());
    rr.push(value);
    timeS += value / 1000;
    phase += 2 * Math.PI * breathingHz * (1 + 0.06 * gaussian()) * (value / 1000);
    slowPhase += 2 * Math.PI * slowHz * (1 + 0.1 * gaussian()) * (value / 1000);
  }
  return Float64Array.from(rr);
}

/**
 * A series with one to eight faults, alone or two to four within five beats: an early beat of 0.7 RR with its pause, a missed beat, an
 * extra one at 35–65 % of an interval, an interval 350–500 ms too long.
 */
export function faultySeries(seed: number, durationS = 300): SyntheticSeries {
  const clean = cleanSeries(seed, durationS);
  const random = randomFrom(seed ^ 0x5bd1e995);
  const places = faultPlaces(clean.length, 1 + Math.floor(random() * 8), random);
  const rr = Array.from(clean);
  const faults: { kind: FaultKind; at: number }[] = [];
  // From the last to the first, so that the places before stay valid.
  for (const at of places.sort((a, b) => b - a)) {
    const kind = (['early', 'missed', 'extra', 'long'] as const)[Math.floor(random() * 4)] ?? 'early';
    putFault(rr, kind, at, random);
    faults.push({ kind, at });
  }
  return { clean, rrMs: Float64Array.from(rr), faults: faults.reverse() };
}

/** Distinct places; about half of them in groups of two to four within five beats. */
function faultPlaces(beats: number, count: number, random: () => number): number[] {
  const places = new Set<number>();
  while (places.size < count) {
    const start = Math.floor(random() * (beats - 6));
    const group = random() < 0.5 ? 1 : 2 + Math.floor(random() * 3);
    for (let k = 0; k < group && places.size < count; k++) places.add(start + Math.floor(random() * 5));
  }
  return [...places];
}

function putFault(rr: number[], kind: FaultKind, at: number, random: () => number): void {
  const value = rr[at] ?? 0;
  const next = rr[at + 1] ?? 0;
  if (kind === 'early') {
    rr[at] = 0.7 * value;
    rr[at + 1] = next + 0.3 * value;
  } else if (kind === 'missed') rr.splice(at, 2, value + next);
  else if (kind === 'extra') {
    const share = 0.35 + 0.3 * random();
    rr.splice(at, 1, share * value, (1 - share) * value);
  } else rr[at] = value + 350 + 150 * random();
}
