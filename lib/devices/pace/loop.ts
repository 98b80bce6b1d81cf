import { MINUTE_MS } from '../../core/time';
import { stepBelow } from '../step';
import { expectedBpm, meanBpm, type PaceBeat, withBeat } from './trend';

/*
 * The heart-rate-capped walking pad: numbers in, commands out. It slows and stops the belt and never speeds it up; every increase is a
 * person's tap. All figures here are ours.
 */

export interface PaceSettings {
  /** Bpm, from `heartRateCap` or lower. */
  readonly capBpm: number;
  /** The highest speed that the user wants, km/h. Higher ones than `LONGEST_STOP_KMH` count as that. */
  readonly maxKmh: number;
  /** The belt's own lowest speed and step, km/h. */
  readonly beltMinKmh: number;
  readonly beltStepKmh: number;
  /** A medicine that changes the heart rate is ticked: the loop stays off. */
  readonly heartRateMedicine: boolean;
}

export interface PaceInput {
  readonly atMs: number;
  /** The newest heart rate and when it came; null while there was none. With the strap's contact lost there is none. */
  readonly heartRate: PaceBeat | null;
  /** What the belt says it does, km/h; null while it has not said. */
  readonly beltKmh: number | null;
}

export type PaceStop = 'heart-rate-lost' | 'over-cap' | 'slower-than-belt';

export type PaceCommand = { readonly kind: 'speed'; readonly kmh: number } | { readonly kind: 'stop'; readonly why: PaceStop };

/** `off`: with heart-rate medicine. `stopping`: on the way down, and stays so; another walk is another click. */
export interface PaceState {
  readonly phase: 'walking' | 'stopping' | 'stopped' | 'off';
  readonly setKmh: number;
  readonly beats: readonly PaceBeat[];
  readonly beganMs: number;
  readonly why: PaceStop | null;
  readonly tappedMs: number | null;
  readonly slowedMs: number | null;
  readonly overSinceMs: number | null;
}

export type TapRefusal = 'not-walking' | 'no-heart-rate' | 'near-cap' | 'too-soon' | 'at-maximum';

/** No value for so long: the ramp to a stop begins. */
export const LOST_MS = 10_000;
/** And stands after so long, on a belt that slows by half a km/h each second. */
const STANDS_MS = 20_000;
const BELT_SLOWS_KMH_PER_S = 0.5;
/** One second is left for what is on its way. */
export const LONGEST_STOP_KMH = ((STANDS_MS - LOST_MS) / 1000 - 1) * BELT_SLOWS_KMH_PER_S;
export const TAP_KMH = 0.2;
/** A tap is refused from here on: what the last one does to the heart is still to come. */
export const TAP_MARGIN_BPM = 6;
/** A heart takes about a minute to follow a new speed, so each tap waits for that, and longer after the loop has had to slow down. */
const TAP_EVERY_MS = 20_000;
const TAP_AFTER_SLOWING_MS = 120_000;
const FRESH_MS = 3000;
const AHEAD_S = 30;
/** The belt is slowed so far under the cap. */
const SLOW_MARGIN_BPM = 3;
const SLOW_KMH = 0.2;
const SLOW_EVERY_MS = 5000;
/** Over the cap by so much, it is slowed twice as far at once. */
const FAR_OVER_BPM = 5;
/** The mean of 20 s counts as at the cap from here on, until it is lower by as much again. */
const AT_CAP_BPM = 2;
/** At the cap for so long, walking is too much today: at the lowest speed, and at whatever speed. */
const LOWEST_FOR_MS = 20_000;
const ANY_FOR_MS = MINUTE_MS;
/** 0.4 m/s². A belt that slows less quickly takes its own time. */
const RAMP_KMH_PER_S = 1.5;
const PLAUSIBLE_BPM = { min: 30, max: 230 };
const ROUNDING = 1e-6;

/** A walk that begins with the belt at its lowest speed. */
export function beginPace(settings: PaceSettings, atMs: number): PaceState {
  return {
    phase: settings.heartRateMedicine ? 'off' : 'walking',
    setKmh: settings.beltMinKmh,
    beats: [],
    beganMs: atMs,
    why: null,
    tappedMs: null,
    slowedMs: null,
    overSinceMs: null,
  };
}

/** One look, about once a second and with each heart rate. The command, if any, is never faster than what was set, nor than the belt is. */
export function look(
  before: PaceState,
  settings: PaceSettings,
  input: PaceInput,
): { readonly state: PaceState; readonly command: PaceCommand | null } {
  if (before.phase === 'off' || before.phase === 'stopped') return { state: before, command: null };
  const state = heard(before, settings, input);
  if (state.phase === 'stopping') return rampDown(state, settings, input, state.why ?? 'heart-rate-lost');
  if (input.atMs - newestMs(state) >= LOST_MS) return rampDown(state, settings, input, 'heart-rate-lost');
  const expected = expectedBpm(state.beats, AHEAD_S);
  const overForMs = state.overSinceMs === null ? 0 : input.atMs - state.overSinceMs;
  // Somebody may have sped the belt up at the belt itself: then even its lowest set speed is slower.
  const lowest = Math.max(speedNow(input, state), input.beltKmh ?? 0) <= settings.beltMinKmh + ROUNDING;
  if (overForMs >= (lowest ? LOWEST_FOR_MS : ANY_FOR_MS)) return rampDown(state, settings, input, 'over-cap');
  const most = highestKmh(settings);
  if (most < settings.beltMinKmh - ROUNDING) return rampDown(state, settings, input, 'slower-than-belt');
  if (input.atMs - (state.slowedMs ?? Number.NEGATIVE_INFINITY) < SLOW_EVERY_MS) return { state, command: null };
  // A new maximum, or somebody sped it up at the belt: the maximum is their wish too.
  if (Math.max(state.setKmh, input.beltKmh ?? 0) > most + ROUNDING) return slowed(state, settings, input, Math.min(most, state.setKmh));
  if (expected === null || expected < settings.capBpm - SLOW_MARGIN_BPM) return { state, command: null };
  const far = (state.beats.at(-1)?.bpm ?? 0) >= settings.capBpm + FAR_OVER_BPM;
  const kmh = speedNow(input, state) - SLOW_KMH * (far ? 2 : 1);
  // At the lowest speed only a stop is slower; that waits for the heart to be over the cap for a while.
  if (kmh < settings.beltMinKmh - ROUNDING && lowest) return { state, command: null };
  return slowed(state, settings, input, Math.max(settings.beltMinKmh, kmh));
}

/** A person's tap for a little more: what it sets, or why not. */
export function tap(
  before: PaceState,
  settings: PaceSettings,
  input: PaceInput,
): { readonly state: PaceState; readonly command: PaceCommand } | { readonly state: PaceState; readonly refused: TapRefusal } {
  const state = heard(before, settings, input);
  const refused = (why: TapRefusal) => ({ state, refused: why });
  if (state.phase !== 'walking') return refused('not-walking');
  const expected = expectedBpm(state.beats, AHEAD_S);
  if (expected === null || input.atMs - newestMs(state) > FRESH_MS) return refused('no-heart-rate');
  const highest = Math.max(expected, state.beats.at(-1)?.bpm ?? 0);
  if (highest >= settings.capBpm - TAP_MARGIN_BPM) return refused('near-cap');
  if (input.atMs - (state.tappedMs ?? state.beganMs) < TAP_EVERY_MS) return refused('too-soon');
  if (input.atMs - (state.slowedMs ?? Number.NEGATIVE_INFINITY) < TAP_AFTER_SLOWING_MS) return refused('too-soon');
  const now = speedNow(input, state);
  const kmh = onStep(Math.min(now + TAP_KMH, highestKmh(settings)), settings);
  if (kmh <= now + ROUNDING) return refused('at-maximum');
  return { state: { ...state, setKmh: kmh, tappedMs: input.atMs }, command: { kind: 'speed', kmh } };
}

function heard(state: PaceState, settings: PaceSettings, { heartRate, atMs }: PaceInput): PaceState {
  if (heartRate === null || heartRate.atMs <= (state.beats.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY)) return state;
  // A time in the future would keep an old heart rate alive. An impossible heart rate counts as none.
  const { bpm } = heartRate;
  if (heartRate.atMs > atMs || !(bpm >= PLAUSIBLE_BPM.min && bpm <= PLAUSIBLE_BPM.max)) return state;
  const beats = withBeat(state.beats, heartRate);
  const under = settings.capBpm - meanBpm(beats);
  const atCap = under <= AT_CAP_BPM || (state.overSinceMs !== null && under <= 2 * AT_CAP_BPM);
  return { ...state, beats, overSinceMs: atCap ? (state.overSinceMs ?? heartRate.atMs) : null };
}

function newestMs(state: PaceState): number {
  return state.beats.at(-1)?.atMs ?? state.beganMs;
}

/** What was set, or what the belt does where that is less: somebody may have slowed it at the belt. */
function speedNow({ beltKmh }: PaceInput, { setKmh }: PaceState): number {
  return beltKmh === null ? setKmh : Math.min(setKmh, beltKmh);
}

function highestKmh({ maxKmh }: PaceSettings): number {
  return Math.min(maxKmh, LONGEST_STOP_KMH);
}

function rampDown(
  state: PaceState,
  settings: PaceSettings,
  input: PaceInput,
  why: PaceStop,
): { readonly state: PaceState; readonly command: PaceCommand | null } {
  if (state.phase === 'stopping' && input.atMs - (state.slowedMs ?? input.atMs) < 1000) return { state, command: null };
  const kmh = speedNow(input, state) - RAMP_KMH_PER_S;
  const stopping: PaceState = { ...state, phase: 'stopping', why };
  if (kmh < settings.beltMinKmh - ROUNDING) {
    return { state: { ...stopping, phase: 'stopped', setKmh: 0, slowedMs: input.atMs }, command: { kind: 'stop', why } };
  }
  return slowed(stopping, settings, input, kmh);
}

function slowed(state: PaceState, settings: PaceSettings, input: PaceInput, wanted: number) {
  const kmh = onStep(wanted, settings);
  return { state: { ...state, setKmh: kmh, slowedMs: input.atMs }, command: { kind: 'speed' as const, kmh } };
}

/** The belt's step at or below, and not below its lowest speed. */
function onStep(kmh: number, { beltMinKmh, beltStepKmh }: PaceSettings): number {
  const step = beltStepKmh > 0 ? beltStepKmh : 0.1;
  return stepBelow({ min: beltMinKmh, step }, Math.max(beltMinKmh, kmh));
}
