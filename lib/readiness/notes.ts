import { isFreshJourney } from './disturbances';
import type { Evidence } from './evidence';
import type { DayCheckIn, Note } from './types';

/** Cycle days from which HRV is often lower (luteal phase; Schmalenberger 2019). */
const LUTEAL_FROM_DAY = 15;

/** Whether the user has just travelled: the plan asks about hard work on the same days on which the verdict limits it. */
export function hasJustTravelled({ notes }: { readonly notes: readonly Note[] }): boolean {
  return notes.some((note) => note.code === 'travelled' && isFreshJourney(note));
}

/** What must be read with the verdict: it explains what the heart shows, or says how to begin. */
export function listNotes({ disturbances, untrained, hrv }: Evidence, checkIn: DayCheckIn | undefined): Note[] {
  const { travelled, altitude, alcohol } = disturbances;
  const low = hrv?.position === 'below';
  return [
    ...(travelled === null ? [] : [{ code: 'travelled', ...travelled } as const]),
    ...(altitude ? [{ code: 'altitude' } as const] : []),
    ...(alcohol && low ? [{ code: 'alcohol' } as const] : []),
    ...(low && (checkIn?.cycleDay ?? 0) >= LUTEAL_FROM_DAY ? [{ code: 'luteal-phase' } as const] : []),
    ...(untrained?.weeks === true ? [{ code: 'little-training' } as const] : []),
  ];
}
