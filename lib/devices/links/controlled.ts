import type { ReadonlySignal } from '@preact/signals';
import { findDue, findExclusions, toHealthState } from '../../catalogue';
import { findTickDetails, getCheckIn, getSettings, type ReboundDatabase, readWakingDay, type World } from '../../storage';
import type { DeviceDriver, DriverKind } from '../driver';
import type { GivenToDriver } from '../marks/reach';
import type { SessionConditions } from '../session/runner-parts';

/** A connected device that can run sessions. */
export interface Controlled {
  readonly id: string;
  readonly name: string | null;
  readonly driverKind: DriverKind;
  readonly driver: DeviceDriver;
  /** True from the end of `driver.setUp` until the link is lost. */
  readonly connected: ReadonlySignal<boolean>;
  /** It reports that it moves, and no session moved it. */
  readonly unasked: ReadonlySignal<boolean>;
  readonly demo: boolean;
  /** What the user gave the driver; left out: nothing. */
  readonly given?: GivenToDriver;
}

/** What the user has entered that matters for a start: screening, age, and this morning's answers. */
export async function readSessionConditions(
  db: ReboundDatabase,
  world: World,
  nowMs: number,
): Promise<Pick<SessionConditions, 'screeningDue' | 'exclusions'>> {
  const day = await readWakingDay(db, nowMs);
  const [settings, checkIn] = await Promise.all([getSettings(db), getCheckIn(db, world, day)]);
  const age = { birthYear: settings.profile.birthYear, year: Number(day.slice(0, 4)) };
  return {
    screeningDue: findDue(settings.screening, checkIn, nowMs),
    exclusions: findExclusions(toHealthState(settings.contraindications, checkIn, age, findTickDetails(settings))),
  };
}
