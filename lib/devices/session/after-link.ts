import type { DeviceEnd } from '../driver';

/** A session whose link was lost and is back. Times in ms. */
export interface LinkBack {
  /** What the session did when the link was lost, or was told meanwhile. `other`: it had not started, or was stopping. */
  readonly was: 'running' | 'paused' | 'other';
  readonly lostForMs: number;
  /** Since the link is back. */
  readonly sinceMs: number;
  /** After a longer loss it is not taken over: its watchdog, or ours. */
  readonly withinMs: number;
  /** Whether the device is said to report whether it moves. */
  readonly reports: boolean;
  /** What it reports on this link; null: nothing yet. */
  readonly moves: boolean | null;
  /** False for a belt that may be slowing down: a speed could start it again. */
  readonly steady: boolean;
  /** How the device says that its last run ended; null while it runs or pauses, and when it does not say. */
  readonly ended: DeviceEnd | null;
  /** The running time that it reported last before the loss, and on this link, s; null: it reports none. */
  readonly elapsedS: { readonly before: number | null; readonly now: number | null };
}

/**
 * What to do. `wait`: it has not reported yet. `take-over`: it still runs. `pause`: the session is paused, and so is the device. `rests`: nothing moves;
 * a click is needed to go on. `ended`: its run is over. `other-run`: it runs, but not the run of this session. `ask`: only a person can tell.
 * `stop`: the loss was too long.
 */
export type LinkBackStep = 'wait' | 'take-over' | 'pause' | 'rests' | 'ended' | 'other-run' | 'ask' | 'stop';

/** A device that reports does so in this time after its link is back. Ours. */
export const REPORTS_WITHIN_MS = 5000;
/** The running time is rounded. */
const ROUNDED_S = 1;
/** What it reports may be from before the new link was ready. Ours. */
const SLACK_S = 5;

/** Judges what a device does after a lost link, from what it reports: nothing is started that does not run. */
export function judgeLinkBack({ was, lostForMs, sinceMs, withinMs, reports, moves, steady, ended, elapsedS }: LinkBack): LinkBackStep {
  if (was === 'other') return 'stop';
  // It may still be coming to rest.
  if (ended !== null) return 'ended';
  if (lostForMs > withinMs) return 'stop';
  if (moves === true && isOtherRun(elapsedS, was === 'running' ? lostForMs / 1000 : 0)) return 'other-run';
  // A pause starts nothing, whatever the device does.
  if (was === 'paused') return 'pause';
  if (moves === true) return steady ? 'take-over' : 'wait';
  if (moves === false) return 'rests';
  return reports && sinceMs < REPORTS_WITHIN_MS ? 'wait' : 'ask';
}

/** A run that went on without a link has run for as long as the link was lost. In a pause its time may stand still. */
function isOtherRun({ before, now }: LinkBack['elapsedS'], ranOnS: number): boolean {
  return before !== null && now !== null && now < before + Math.max(0, ranOnS - SLACK_S) - ROUNDED_S;
}
