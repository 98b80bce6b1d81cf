import { parseUrl } from '../core/url';
import { isForAddedPages, type SiteId, siteFor } from '../sites';
import {
  ADDED_PAGE,
  deleteLogEntry,
  findActivityAt,
  getSettings,
  putActivity,
  putHeartRateTimes,
  type ReboundDatabase,
  type StoredActivity,
} from '../storage';
import { isTakenBack, markDone } from '../today/plan/act';
import { readTodayIn } from '../today/read-today';
import { readSnapshot } from '../today/write-snapshot';
import type { Activity } from '../training';
import { openCard } from '../views/card/open-card';
import type { ActivityAnswer, HeartRatesInput } from '../views/card/schema';
import { toCardStrip } from '../views/card/strip';
import { forgetBlocked, noteBlocked } from './blocked-cards';
import { type Answers, type Sender, toOrigin } from './messages';
import { PageLimit } from './page-limit';
import { addedPages } from './site-scripts';

/** Of one origin in a minute. A person who looks through activities and answers about each makes fewer. */
const MOST_WRITES = 20;

type CardKinds = 'card-open' | 'card-strip' | 'card-answer' | 'card-heart-rates' | 'card-step' | 'card-blocked';

/** The background's answers to the card. A page's process may speak only for the site that the page is on. */
export function cardAnswers(db: ReboundDatabase, product: string, now: () => number): Pick<Answers, CardKinds> {
  const limit = new PageLimit(MOST_WRITES, now);
  const mayWrite = (from: Sender) => from.from === 'app' || limit.take(toOrigin(from));
  const mustNotFlood = (from: Sender) => {
    if (!mayWrite(from)) throw new Error('a page writes too often');
  };
  return {
    'card-open': async (page, from) => {
      await mustBeOn(page.site, from);
      await forgetBlocked(toOrigin(from));
      const { activity } = page;
      return openCard(db, { ...page, activity: activity && { ...activity, id: toSourceId(page.site, activity.id, from) } }, now(), () =>
        mayWrite(from),
      );
    },
    'card-strip': async () => toCardStrip(await readSnapshot(db, product, now())),
    'card-answer': async (said, from) => {
      await mustBeOn(said.site, from);
      mustNotFlood(from);
      await takeAnswer(db, { ...said, id: toSourceId(said.site, said.id, from) });
      return null;
    },
    'card-heart-rates': async (heard, from) => {
      await mustBeOn(heard.site, from);
      mustNotFlood(from);
      await keepHeartRates(db, { ...heard, id: toSourceId(heard.site, heard.id, from) }, now());
      return null;
    },
    'card-step': async ({ item, done }, from) => {
      await mustBeOn(null, from);
      mustNotFlood(from);
      await settleStep(db, item, done, now());
      return null;
    },
    'card-blocked': async (_, from) => {
      await mustBeOn(null, from);
      await noteBlocked(toOrigin(from));
      return null;
    },
  };
}

/**
 * The id under which an activity of a page is stored. Added pages share one source, so theirs begins with the origin that the browser
 * reports: one page never reaches the activity of another.
 */
function toSourceId(site: SiteId, id: string, from: Sender): string {
  return site === ADDED_PAGE ? `${toOrigin(from)} ${id}` : id;
}

/** @param site the site that the page speaks for; null: any that the user allowed */
async function mustBeOn(site: SiteId | null, { url }: Sender): Promise<void> {
  const there = await findAllowedSite(url);
  if (there === null || (site !== null && there !== site)) throw new Error(`a page of another site spoke for ${site ?? 'a site'}`);
}

/**
 * The site of a page; null if it is of none. The browser puts our script only into sites that the user allowed; an added page, whose reader
 * takes every address, must be among the allowed ones now.
 */
async function findAllowedSite(url: string | null): Promise<SiteId | null> {
  const at = url === null ? null : parseUrl(url);
  const there = at === null ? null : siteFor(at);
  if (at === null || there === null) return null;
  const allowed = !isForAddedPages(there) || (await addedPages()).includes(at.origin);
  return allowed ? there.id : null;
}

function findRow(db: ReboundDatabase, { site, id }: Pick<ActivityAnswer, 'site' | 'id'>): Promise<StoredActivity | undefined> {
  return findActivityAt(db, 'own', site, id);
}

/** Stores the user's answer, which later readings of the source do not overwrite. */
async function takeAnswer(db: ReboundDatabase, said: ActivityAnswer): Promise<void> {
  const row = await findRow(db, said);
  if (row === undefined) throw new Error('an answer about an activity that is not stored');
  const told: Partial<Pick<Activity, 'rpe' | 'kind' | 'regions'>> = {
    ...(said.rpe === undefined ? {} : { rpe: said.rpe }),
    ...(said.kind === undefined ? {} : { kind: said.kind }),
    ...(said.regions === undefined ? {} : { regions: said.regions }),
  };
  const edited = [...new Set([...row.edited, ...(Object.keys(told) as (keyof Activity)[])])];
  await putActivity(db, { ...row, ...told, edited });
}

/** Only for the user's own activities, and only while the setting is on. */
async function keepHeartRates(db: ReboundDatabase, heard: HeartRatesInput, nowMs: number): Promise<void> {
  const { asksSites } = await getSettings(db);
  if (!asksSites || (await findRow(db, heard)) === undefined) throw new Error('heart rates that nobody asked for');
  const { site, id, times, zones } = heard;
  await putHeartRateTimes(db, { source: site, sourceId: id, readAtMs: nowMs, times, ...(zones.length === 0 ? {} : { zones }) });
}

/** A page can tick off only items that are in the plan, and take back only what was ticked off today. */
async function settleStep(db: ReboundDatabase, itemId: string, done: boolean, nowMs: number): Promise<void> {
  const { plan, log, day } = await readTodayIn(db, 'own', nowMs);
  if (!done) {
    const entry = log.find((one) => one.itemId === itemId && isTakenBack(one, day));
    if (entry === undefined) throw new Error('a step that was not ticked off today');
    await deleteLogEntry(db, entry.id);
    return;
  }
  const item = plan.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new Error('a step that is not in the plan');
  await markDone(db, 'own', item, nowMs);
}
