import * as v from 'valibot';
import { type EndingTick, findAskedAgain, PLACED_TICKS, type StillAnswer, type TickDetails, type VoidingTick } from '../catalogue';
import type { Day } from '../core/day';
import { findWakingDay } from '../core/waking-day';
import { settingSchemas } from './setting-schemas';
import type { ReboundDatabase } from './table';
import { forgetUnread, getSettings, type Settings, type StoredSettings, setSetting } from './tables/settings';

/** The answers to the health questions, with what is said of each tick and what makes them void. */

/** Records an event that makes an earlier screening void: it is asked again before the next plan or session. */
export async function tickScreening(db: ReboundDatabase, tick: VoidingTick, atMs: number): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const { screening } = await getSettings(db);
    await setSetting(db, 'screening', { answeredAtMs: screening.answeredAtMs, ticks: { ...screening.ticks, [tick]: atMs } });
  });
}

/** What is said with the ticks of the health questions; left out: nothing. */
export type ScreeningDetails = Partial<Pick<StoredSettings, 'doctorAgreed' | 'tickPlaces' | 'fasting'>>;

/**
 * Stores a completely answered screening. It replaces the parts that could not be read, including whether the user is under 18. What is said
 * of a tick goes with the tick.
 */
export async function answerScreening(
  db: ReboundDatabase,
  ticked: Settings['contraindications'],
  atMs: number,
  { doctorAgreed = [], tickPlaces = {}, fasting = null }: ScreeningDetails = {},
): Promise<void> {
  const places = PLACED_TICKS.flatMap((tick) => (ticked.includes(tick) && tickPlaces[tick] ? [[tick, tickPlaces[tick]] as const] : []));
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put(v.parse(settingSchemas.contraindications, ticked), 'contraindications');
    await setSetting(
      db,
      'doctorAgreed',
      doctorAgreed.filter((tick) => ticked.includes(tick)),
    );
    await setSetting(db, 'tickPlaces', Object.fromEntries(places));
    await setSetting(db, 'fasting', ticked.includes('fasting') ? fasting : null);
    await setSetting(db, 'stillTicked', {});
    await setSetting(db, 'screening', { answeredAtMs: atMs, ticks: {} });
    await forgetUnread(db, ['birthYear']);
  });
}

/** What was said with the ticks: as much of the settings as `toHealthState` takes. */
export function findTickDetails({ doctorAgreed, tickPlaces, fasting }: Settings): TickDetails {
  return { doctorAgreed, places: tickPlaces, fasting };
}

/** The ticks to ask about again on a day. The day of the health questions is the waking day on which they were answered. */
export function findAskedTicks({ contraindications, screening, stillTicked, ...times }: Settings, day: Day): EndingTick[] {
  const answeredOn = screening.answeredAtMs === null ? null : findWakingDay(screening.answeredAtMs, times);
  return findAskedAgain({ ticked: contraindications, answeredOn, still: stillTicked }, day);
}

/** Stores the answer to "Still …?" with its day. What is over is no longer ticked. */
export async function answerStill(db: ReboundDatabase, tick: EndingTick, answer: StillAnswer): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const { contraindications, stillTicked, tickPlaces } = await getSettings(db);
    await setSetting(db, 'stillTicked', { ...stillTicked, [tick]: answer });
    if (answer.still) return;
    await setSetting(
      db,
      'contraindications',
      contraindications.filter((one) => one !== tick),
    );
    const places = Object.entries(tickPlaces).filter(([one]) => one !== tick);
    await setSetting(db, 'tickPlaces', Object.fromEntries(places));
  });
}
