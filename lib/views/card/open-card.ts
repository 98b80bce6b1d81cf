import { HOUR_MS } from '../../core/time';
import { chooseUnits } from '../../i18n/units';
import { modalityText } from '../../i18n/words/plan-words';
import {
  getCheckIn,
  getHeartRateTimes,
  getSettings,
  mergeActivity,
  noteSiteRead,
  type ReboundDatabase,
  type StoredActivity,
} from '../../storage';
import { readPlan } from '../../today/plan/load-plan';
import { readTodayOfUser, type Today, todayIn } from '../../today/today';
import { endMs, findHeartRates, isStrength, type ScoredActivity, scoreAll } from '../../training';
import { costWords, loadWords } from './costs';
import { toCardMorning } from './morning';
import { type CardStrip, type CardView, DATA, type PageInput } from './schema';
import { cardSteps, toCardStep } from './steps';
import { seenActivity } from './stored';

/** What the card on a page shows. Read from the database each time: the background may have been ended in between. */

/** Afterwards nothing of an activity is left to recover from. */
const RECOVERED_MS = 72 * HOUR_MS;

type Activity = NonNullable<PageInput['activity']>;

/** Saves the user's own activity as the page has it, and says everything that its card shows. */
export async function openCard(db: ReboundDatabase, page: PageInput, nowMs: number): Promise<CardView> {
  const { site, activity } = page;
  if (activity?.own !== false) await noteSiteRead(db, site, activity === null ? DATA : page.notFound, nowMs);
  const row = activity === null ? null : await saved(db, site, activity, nowMs);
  const { asksSites, units } = await getSettings(db);
  chooseUnits(() => units);
  const morning = await readTodayOfUser(db, nowMs);
  if (row === null) {
    return {
      ...nothing(morning),
      without: activity?.own === false ? 'other' : activity?.own === null ? 'owner-unknown' : 'too-little',
      mayAsk: { page: asksSites && activity?.own !== false, heartRates: false },
    };
  }
  const rates = row.sourceId === null ? null : await getHeartRateTimes(db, { source: row.source, sourceId: row.sourceId });
  const own = morning.demo ? await todayIn(db, 'own', morning.day, nowMs) : morning;
  const scored = await scoredOf(db, own, { ...row, ...(rates === null ? {} : { heartRateTimes: rates.times }) });
  const shown: CardView = {
    ...nothing(morning),
    load: loadWords(scored, own.judged?.activities ?? [], rates, nowMs),
    asks: {
      effort: scored.basis !== 'heart-rate',
      kind: row.sport === 'strength' || isStrength(row),
      rpe: row.rpe,
      said: row.kind,
      regions: [...row.regions],
    },
    mayAsk: { page: false, heartRates: asksSites && rates === null },
  };
  return nowMs - endMs(row) > RECOVERED_MS ? shown : { ...shown, ...(await toDo(db, own, scored, nowMs)) };
}

/** The strip on pages without an activity. */
export async function openStrip(db: ReboundDatabase, nowMs: number): Promise<CardStrip> {
  const today = await readTodayOfUser(db, nowMs);
  const { plan, settings } = await readPlan(db, today, nowMs);
  chooseUnits(() => settings.units);
  const next = plan.items.find(({ counts }) => counts) ?? plan.items[0];
  return { morning: toCardMorning(today), next: next === undefined ? null : toCardStep(next) };
}

/**
 * The row of an activity: from the page, else as it was read from it earlier. Null for somebody else's, and where nobody says whose it is,
 * now or when it was stored.
 */
async function saved(db: ReboundDatabase, site: PageInput['site'], activity: Activity, nowMs: number): Promise<StoredActivity | null> {
  if (activity.own === false) return null;
  const known = (await db.activities.get({ world: 'own', source: site, sourceId: activity.id })) ?? null;
  const seen = seenActivity(site, { ...activity, own: activity.own ?? known !== null }, crypto.randomUUID(), nowMs);
  return seen === null ? known : mergeActivity(db, seen.row, seen.guessed);
}

async function scoredOf(db: ReboundDatabase, { day, readiness }: Today, row: StoredActivity): Promise<ScoredActivity> {
  const { profile } = await getSettings(db);
  const [scored] = scoreAll([row], findHeartRates(profile, Number(day.slice(0, 4)), readiness.hr?.mean ?? null));
  if (scored === undefined) throw new Error('one activity in, none out');
  return scored;
}

async function toDo(
  db: ReboundDatabase,
  own: Today,
  scored: ScoredActivity,
  nowMs: number,
): Promise<Pick<CardView, 'costs' | 'steps' | 'done' | 'screeningFirst'>> {
  const [{ plan, situation, settings, log }, checkIn] = await Promise.all([readPlan(db, own, nowMs), getCheckIn(db, 'own', own.day)]);
  return {
    costs: costWords(scored, own, checkIn ?? undefined, nowMs, settings.profile.massKg),
    steps: cardSteps(plan, scored.startMs, nowMs),
    done: log.flatMap(({ itemId, outcome, modality, startMs }) =>
      itemId !== null && outcome === 'done' && startMs >= scored.startMs ? [{ id: itemId, title: modalityText(modality) }] : [],
    ),
    screeningFirst: situation.screeningDue !== null,
  };
}

function nothing(today: Today): CardView {
  return {
    morning: toCardMorning(today),
    without: null,
    load: null,
    costs: [],
    asks: null,
    steps: [],
    done: [],
    screeningFirst: false,
    mayAsk: { page: false, heartRates: false },
  };
}
