import type { Sport } from '../../training';
import { sportTable } from './sport-words';
import { squash } from './text';

/** The sport of a Strava type (`VirtualRide`) or of its name in any of Strava's languages; null when unknown. */
export function sportNamed(name: string | null | undefined): Sport | null {
  return sportTable().get(squash(name)) ?? null;
}

/** The sport of one of Strava's broad categories. Null for "Other" and "StationaryOther", which can be any sport. */
export function sportOfFamily(family: string | null | undefined): Sport | null {
  return family === 'Ride' || family === 'Run' || family === 'Swim' ? sportNamed(family) : null;
}
