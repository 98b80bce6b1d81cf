import { localZone } from '../../core/day';
import { HOUR_MS } from '../../core/time';
import { chooseUnits } from '../../i18n/units';
import { loggedName } from '../../i18n/words/modality-words';
import { readInputs, type ScoredStored } from '../../inputs';
import {
  findActivityAt,
  findHeartRateTimes,
  getSettings,
  mergeActivity,
  noteSiteRead,
  type ReboundDatabase,
  readWakingDay,
  type StoredActivity,
} from '../../storage';
import { isTakenBack } from '../../today/plan/act';
import { readToday, type Today } from '../../today/read-today';
import { type DaySnapshot, toDaySnapshot } from '../../today/snapshot';
import { endMs, isStrength, type ScoredActivity } from '../../training';
import { costWords, loadWords } from './costs';
import { toCardMorning } from './morning';
import { type CardView, DATA, type PageInput } from './schema';
import { cardSteps } from './steps';
import { seenActivity } from './stored';

/** What the card on a page shows. Reads the database each time, because the browser may have ended the background in between. */

/** After this time an activity leaves nothing to recover from. */
const RECOVERED_MS = 72 * HOUR_MS;

type Activity = NonNullable<PageInput['activity']>;

/**
 * Saves the user's own activity as the page shows it, and returns everything that its card shows. `mayWrite`: whether this page may make us
 * write now; if not, an activity that is stored is shown as it was read before.
 */
export async function openCard(
  db: ReboundDatabase,
  page: PageInput,
  nowMs: number,
  mayWrite: () => boolean = () => true,
): Promise<CardView> {
  const { site, activity } = page;
  const writes = activity?.own !== false && mayWrite();
  if (writes) await noteSiteRead(db, site, activity === null ? DATA : page.notFound, nowMs);
  const row = activity === null ? null : await saved(db, site, activity, nowMs, writes);
  const { asksSites, units } = await getSettings(db);
  chooseUnits(() => units);
  // With an activity of the user's own, the day is the user's own too.
  const today = await readToday(db, nowMs);
  const morning = toDaySnapshot(today);
  if (row === null) {
    return {
      ...nothing(morning),
      without: activity?.own === false ? 'other' : activity?.own === null ? 'owner-unknown' : 'too-little',
      mayAsk: { page: asksSites && activity?.own !== false, heartRates: false },
    };
  }
  const rates = await findHeartRateTimes(db, row);
  const scored = await readScored(db, row, nowMs);
  const shown: CardView = {
    ...nothing(morning),
    load: loadWords(scored, today.judged.activities, rates, nowMs),
    asks: {
      effort: scored.basis !== 'heart-rate',
      kind: row.sport === 'strength' || isStrength(row),
      rpe: row.rpe,
      said: row.kind,
      regions: [...row.regions],
    },
    mayAsk: { page: false, heartRates: asksSites && rates === null },
  };
  return nowMs - endMs(row) > RECOVERED_MS ? shown : { ...shown, ...toDo(today, scored, nowMs) };
}

/**
 * The row of an activity: from the page, else as an earlier reading stored it. Null for somebody else's activity, and if neither the page
 * nor the stored row says whose it is.
 */
async function saved(
  db: ReboundDatabase,
  site: PageInput['site'],
  activity: Activity,
  nowMs: number,
  writes: boolean,
): Promise<StoredActivity | null> {
  if (activity.own === false) return null;
  const known = (await findActivityAt(db, 'own', site, activity.id)) ?? null;
  const here = localZone();
  const about = { ...activity, own: activity.own ?? known !== null };
  const seen = seenActivity(site, about, crypto.randomUUID(), nowMs, known?.timeZone ?? here);
  return seen === null || !writes ? known : mergeActivity(db, seen.activity, here, seen.guessed);
}

/** The activity with its load, the same on every screen: one from a zone a day ahead counts for today. */
async function readScored(db: ReboundDatabase, { id, startMs, timeZone }: StoredActivity, nowMs: number): Promise<ScoredStored> {
  const [today, day] = await Promise.all([readWakingDay(db, nowMs), readWakingDay(db, startMs, timeZone)]);
  const on = startMs <= nowMs && day > today ? today : day;
  const { activities } = await readInputs(db, { world: 'own', from: on, to: on, nowMs: Math.max(nowMs, startMs) });
  const scored = activities.find((one) => one.id === id);
  if (scored === undefined) throw new Error('the activity that was just saved is not among those of its day');
  return scored;
}

function toDo(own: Today, scored: ScoredActivity, nowMs: number): Pick<CardView, 'costs' | 'steps' | 'done' | 'answerFirst'> {
  const { plan, situation, log, checkIn } = own;
  const due = situation.screeningDue;
  return {
    costs: costWords(scored, own, checkIn ?? undefined, nowMs),
    steps: cardSteps(plan, scored.startMs, nowMs),
    done: log.flatMap((entry) => {
      const { itemId, outcome, modality, startMs } = entry;
      if (itemId === null || outcome !== 'done' || startMs < scored.startMs) return [];
      return [{ id: itemId, title: loggedName(modality), undo: isTakenBack(entry, own.day) }];
    }),
    answerFirst: due === null ? null : due === 'answers-unread' ? 'morning' : 'screening',
  };
}

function nothing(morning: DaySnapshot): Omit<CardView, 'mayAsk'> {
  return {
    morning: toCardMorning(morning),
    without: null,
    load: null,
    costs: [],
    asks: null,
    steps: [],
    done: [],
    answerFirst: null,
  };
}
