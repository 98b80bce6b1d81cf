import type { CellResult } from './run-cell';

interface DeviceSeen extends Pick<CellResult, 'fault' | 'ran' | 'restsAfterS' | 'movedAgain' | 'presses'> {
  /** What the device's own timer had left at the press, s; null without a timer. */
  readonly ownTimerS: number | null;
}

/** What the device does, in a sentence or two. */
export function describeDevice({ fault, ran, restsAfterS, movedAgain, presses, ownTimerS }: DeviceSeen): string {
  if (!ran) return movedAgain ? 'It rests at the press. Then it moves again.' : 'It rests at the press, and stays at rest.';
  const timer = ownTimerS === null ? 'It has no timer of its own.' : `Its own timer would end it after ${Math.round(ownTimerS / 60)} min.`;
  if (restsAfterS === null) return `It runs on. ${timer}`;
  const lies = fault === 'device-lies-rests' ? ' takes the stop, runs on,' : '';
  const when = presses > 1 ? `${restsAfterS} s after the first press, because of a second one` : `${restsAfterS} s after the press`;
  const parts = [
    `It runs,${lies} and rests ${when}.`,
    ...(restsAfterS > 1 ? [timer] : []),
    ...(movedAgain ? ['Then it moves again.'] : []),
  ];
  return parts.join(' ');
}
