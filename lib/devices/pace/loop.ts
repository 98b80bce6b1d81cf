import { MINUTE_MS } from '../../core/time';
import { stepBelow } from '../step';
import { expectedBpm, meanBpm, type PaceBeat, withBeat } from './trend';

/*
 * The heart-rate-capped walking pad: numbers in, commands out. It slows and stops the belt and never speeds it up; every increase comes
 * from a person's tap. All figures here are ours.
 */

export interface PaceSettings {
  /** Bpm, from `heartRateCap` or lower. */
  readonly capBpm: number;
  /** The highest speed that the user allows, km/h. Speeds above `LONGEST_STOP_KMH` are reduced to it. */
  readonly maxKmh: number;
  /** The belt's lowest speed and step, km/h. */
  readonly beltMinKmh: number;
  readonly beltStepKmh: number;
  /** The user takes a medicine that changes the heart rate: the loop stays off. */
  readonly heartRateMedicine: boolean;
}

export interface PaceInput {
  readonly atMs: number;
  /** The newest heart rate and its time; null when there was none yet, or when the strap has no skin contact. */
  readonly heartRate: PaceBeat | null;
  /** The speed that the belt reports, km/h; null before its first report. */
  readonly beltKmh: number | null;
}

export type PaceStop = 'heart-rate-lost' | 'over-cap' | 'slower-than-belt';

export type PaceCommand = { readonly kind: 'speed'; readonly kmh: number } | { readonly kind: 'stop'; readonly why: PaceStop };

/** `off`: with heart-rate medicine. `stopping`: slowing down to a stop; this is final, and another walk needs another click. */
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

/** After this long without a value, the ramp to a stop begins. */
export const LOST_MS = 10_000;
/** The belt must stand still after this long. It slows by half a km/h each second. */
const STANDS_MS = 20_000;
const BELT_SLOWS_KMH_PER_S = 0.5;
/** One second is reserved for commands on their way. */
export const LONGEST_STOP_KMH = ((STANDS_MS - LOST_MS) / 1000 - 1) * BELT_SLOWS_KMH_PER_S;
export const TAP_KMH = 0.2;
/** A tap is refused above this margin below the cap, because the last tap's effect on the heart is still to come. */
export const TAP_MARGIN_BPM = 6;
/**
 * A heart takes about a minute to follow a new speed, so taps need this much time between them, and more after the loop had to slow down.
 */
const TAP_EVERY_MS = 20_000;
const TAP_AFTER_SLOWING_MS = 120_000;
const FRESH_MS = 3000;
const AHEAD_S = 30;
/** The belt slows down from this margin below the cap on. */
const SLOW_MARGIN_BPM = 3;
const SLOW_KMH = 0.2;
const SLOW_EVERY_MS = 5000;
/** This far over the cap, it slows down twice as much at once. */
const FAR_OVER_BPM = 5;
/** From this margin below the cap on, the mean of 20 s counts as at the cap, until it is lower by as much again. */
const AT_CAP_BPM = 2;
/** After this long at the cap, walking is too hard today: at the lowest speed, and at any speed. */
const LOWEST_FOR_MS = 20_000;
const ANY_FOR_MS = MINUTE_MS;
/** 0.4 m/s². A belt that slows down more slowly takes its own time. */
const RAMP_KMH_PER_S = 1.5;
const PLAUSIBLE_BPM = { min: 30, max: 230 };
const ROUNDING = 1e-6;

/** The state of a walk that starts at the belt's lowest speed. */
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

/** Judges the walk, about once a second and with each heart rate. A command is never faster than the set speed, nor than the belt's. */
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
  // The maximum was lowered, or somebody sped the belt up by hand: the maximum holds in both cases.
  if (Math.max(state.setKmh, input.beltKmh ?? 0) > most + ROUNDING) return slowed(state, settings, input, Math.min(most, state.setKmh));
  if (expected === null || expected < settings.capBpm - SLOW_MARGIN_BPM) return { state, command: null };
  const far = (state.beats.at(-1)?.bpm ?? 0) >= settings.capBpm + FAR_OVER_BPM;
  const kmh = speedNow(input, state) - SLOW_KMH * (far ? 2 : 1);
  // At the lowest speed only a stop is slower; that waits for the heart to be over the cap for a while.
  if (kmh < settings.beltMinKmh - ROUNDING && lowest) return { state, command: null };
  return slowed(state, settings, input, Math.max(settings.beltMinKmh, kmh));
}

/** Handles a person's tap for a little more speed: the new speed, or why it is refused. */
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
  // A time in the future would keep an old heart rate valid. An impossible heart rate counts as none.
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

/** The set speed, or the belt's if that is lower: somebody may have slowed it by hand. */
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

/** The belt's step at or below this speed, but not below its lowest speed. */
function onStep(kmh: number, { beltMinKmh, beltStepKmh }: PaceSettings): number {
  const step = beltStepKmh > 0 ? beltStepKmh : 0.1;
  return stepBelow({ min: beltMinKmh, step }, Math.max(beltMinKmh, kmh));
}
