import { assembleScenario } from '../../../cli/plan';
import type { Scenario } from '../../../cli/scenario';
import { readTimeZone } from '../../../cli/zone';
import { type Day, toDay } from '../../../lib/core/day';
import { number } from '../../../lib/i18n';
import type { ScoredStored } from '../../../lib/inputs';
import { getSettings, isReadable, type ReboundDatabase, type StoredActivity, type World } from '../../../lib/storage';
import { readDay } from '../../../lib/today/today';
import type { ScoredActivity } from '../../../lib/training';
import { openCard } from '../../../lib/views/card/open-card';
import { readCoachWeek } from '../../../lib/views/coach-week';
import { readTrends } from '../../../lib/views/trends';

type Fitness = { readonly ctl: number; readonly atl: number } | null;

/** What every surface shows for the same database. A surface leaves out what it does not show. */
export interface Said {
  /** Load and resting heart rate of each activity, by its start. */
  readonly activities: ReadonlyMap<number, { readonly score: number; readonly basis: string; readonly restBpm: number | null }>;
  /** Fitness and fatigue at the end of today. */
  readonly fitness?: Fitness;
}

/** By the name of the surface. */
export async function readSurfaces(db: ReboundDatabase, world: World, day: Day, nowMs: number): Promise<Record<string, Said>> {
  const today = await readDay(db, world, day, nowMs);
  const said: Record<string, Said> = {
    today: { activities: toLoads(today.judged.activities), fitness: toFitness(today.judged.loads, day) },
  };
  for (const shown of [30, 90, null]) {
    const trends = await readTrends(db, shown, day, nowMs);
    if (trends.world !== world) continue;
    const activities = [...trends.marks.values()].flatMap(({ trained }) => trained);
    const [ctl = null, atl = null] = [trends.load.ctl.at(-1), trends.load.atl.at(-1)];
    said[`trends ${shown}`] = { activities: toLoads(activities), fitness: ctl === null || atl === null ? null : { ctl, atl } };
  }
  const week = await readCoachWeek(db, world, day, day, nowMs);
  said.coach = { activities: toLoads(week.days.flatMap(({ trained }) => trained)) };
  const scenario = await toScenario(db, world, nowMs);
  if (scenario !== null) {
    const { activities, loads } = assembleScenario(scenario, readTimeZone(scenario.now, scenario.timeZone ?? null));
    said['command line'] = { activities: toLoads(activities), fitness: toFitness(loads, day) };
  }
  return said;
}

/** The load text on the card of each stored activity of a site, by the activity's start. */
export async function readCards(db: ReboundDatabase, nowMs: number): Promise<Map<number, string>> {
  const shown = new Map<number, string>();
  for (const row of await db.activities.filter(({ world, source }) => world === 'own' && source === 'strava').toArray()) {
    if (row.startMs > nowMs) continue;
    const view = await openCard(db, { site: 'strava', notFound: [], activity: toPage(row) }, nowMs);
    if (view.load !== null) shown.set(row.startMs, view.load.score);
  }
  return shown;
}

/** The same load as a card formats it. */
export const inCardWords = (score: number) => number(score);

/** A page that names the owner, and nothing that changes the stored row. */
function toPage({ sourceId, sport }: StoredActivity) {
  const unknown = { title: null, startLocal: null, movingTimeS: null, elapsedTimeS: null, distanceM: null, elevationGainM: null };
  return { ...unknown, id: sourceId ?? '', sport, avgHrBpm: null, maxHrBpm: null, own: true };
}

type Loaded = ScoredActivity & Partial<Pick<ScoredStored, 'restBpm'>>;

function toLoads(activities: readonly Loaded[]): Said['activities'] {
  return new Map(activities.map(({ startMs, score, basis, restBpm = null }) => [startMs, { score, basis, restBpm }]));
}

function toFitness(loads: readonly { readonly day: Day; readonly ctl: number; readonly atl: number }[], day: Day): Fitness {
  const last = loads.at(-1);
  return last === undefined || last.day !== day ? null : { ctl: last.ctl, atl: last.atl };
}

/**
 * The rows of a database as a scenario of the command line; null when they need more than its one zone. The counting morning is decided
 * again here, from docs/readiness.md: the first readable one that was not ruled out by the user and has no training before it.
 */
async function toScenario(db: ReboundDatabase, world: World, nowMs: number): Promise<Scenario | null> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const activities = await db.activities.filter((one) => one.world === world).toArray();
  if (activities.some(({ timeZone }) => timeZone !== zone)) return null;
  const isMidnight = ({ startMs, day }: StoredActivity) => toDay(startMs - 1) !== day;
  const checks = (await db.checks.filter((one) => one.world === world).toArray())
    .filter((one) => isReadable(one) && one.asMorning !== false)
    .filter((one) => !activities.some((other) => other.day === one.day && other.startMs < one.startedAtMs && !isMidnight(other)))
    .sort((a, b) => a.startedAtMs - b.startedAtMs);
  const measured = new Set(checks.map(({ day }) => day));
  const imported = world === 'own' ? (await db.histories.toArray()).filter(({ day }) => !measured.has(day)) : [];
  const rates = new Map((await db.heartRates.toArray()).map(({ source, sourceId, times }) => [`${source} ${sourceId}`, [...times]]));
  const { profile, contraindications } = await getSettings(db);
  const common = { quality: 'good', device: 'chest', posture: 'lying', breathing: 'free' } as const;
  return {
    now: new Date(nowMs).toISOString(),
    timeZone: zone,
    profile,
    events: [],
    equipment: [],
    contraindications,
    tags: [],
    nights: [],
    doctorAgreed: [],
    places: [],
    fasting: null,
    stillTicked: [],
    planned: [],
    wellness: [],
    checks: [
      ...checks.map(({ day, summary }) => ({
        ...common,
        date: day,
        rmssdMs: summary.corrected.rmssdMs ?? 1,
        restingHrBpm: summary.meanHrBpm,
      })),
      ...imported.map(({ day, rmssdMs, hrBpm }) => ({ ...common, date: day, rmssdMs, restingHrBpm: hrBpm })),
    ],
    activities: activities.map(({ sport, startMs, movingTimeS, avgHrBpm, rpe, kind, source, sourceId, edited }) => ({
      sport,
      start: new Date(startMs).toISOString(),
      movingTimeS,
      avgHrBpm,
      rpe,
      kind,
      regions: [],
      // The user's own length or heart rate replaces the site's stream.
      heartRateTimes: edited.some((one) => one === 'movingTimeS' || one === 'avgHrBpm') ? [] : (rates.get(`${source} ${sourceId}`) ?? []),
    })),
  };
}
