import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { findExclusions, goesByEffort } from '../lib/catalogue';
import type { Day } from '../lib/core/day';
import { offsetMs } from '../lib/core/local-time';
import { MINUTE_MS } from '../lib/core/time';
import { speak } from '../lib/i18n';
import { autonomicText, contributorText, fuelText, muscleText, noteText } from '../lib/i18n/words/readiness-words';
import { reason } from '../lib/i18n/words/verdict-words';
import { type Assembled, assembleInputs } from '../lib/inputs/assemble';
import type { ActivityRow } from '../lib/inputs/score-activities';
import { type Clocks, type DayCheckIn, type DayZone, type JudgedDay, judgeDay } from '../lib/readiness';
import type { MorningCheck } from '../lib/readiness/mornings';
import { BLANK_PROFILE } from '../lib/training';
import english from '../public/_locales/en/messages.json';
import { BadInput } from './failure';
import { planDocument } from './plan-items';
import { type Scenario, scenario } from './scenario';
import { plannedIn, toScenarioEvents } from './scenario-days';
import { type CivilZone, readTimeZone } from './zone';

/** `plan SCENARIO.json`: the product's output for a described day. Throws `BadInput`. */
export async function plan(args: readonly string[]): Promise<unknown> {
  speak('en', english);
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new BadInput('name one scenario: plan SCENARIO.json');
  const given = await read(file);
  const zone = readTimeZone(given.now, given.timeZone);
  const judged = judgeScenario(given, zone);
  return { ...describePlan(judged), ...planDocument(given, judged, zone) };
}

async function read(file: string): Promise<Scenario> {
  let json: unknown;
  try {
    // npm starts scripts in the project's folder; INIT_CWD is the user's own.
    json = JSON.parse(await readFile(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadInput(`${file} is no JSON: ${error.message}`);
    const code = error instanceof Error && 'code' in error ? error.code : 'unreadable';
    throw new BadInput(`cannot read ${file} (${code}); give the path of a JSON file that describes a day`);
  }
  const parsed = v.safeParse(scenario, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new BadInput(`${file}: ${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`);
}

const READABLE = { good: true, fair: true, poor: false, unusable: false } as const;

/** Everything that happened, from the rows of a scenario, by the same rules as in the product. */
export function assembleScenario(given: Scenario, zone: CivilZone): Assembled<ActivityRow> {
  const nowMs = Date.parse(given.now);
  const today = zone.toWakingDay(nowMs, given);
  const activities = given.activities.map(({ start, ...activity }) => {
    const startMs = zone.toInstant(start);
    return { ...activity, startMs, day: zone.toWakingDay(startMs, given), timeZone: zone.timeZone };
  });
  const measured = given.checks.map(toMorningCheck).filter(({ day }) => day <= today);
  const days = [...measured, ...activities].map(({ day }) => day).filter((day) => day <= today);
  const rows = {
    from: days.reduce((first, day) => (day < first ? day : first), today),
    to: today,
    profile: { ...BLANK_PROFILE, ...given.profile },
    byEffort: goesByEffort(given.contraindications),
    measured: byDay(measured),
    imported: [],
    activities: activities.sort((a, b) => a.startMs - b.startMs),
  };
  return assembleInputs(rows, { today, nowMs });
}

function judgeScenario(given: Scenario, zone: CivilZone): JudgedDay {
  const nowMs = Date.parse(given.now);
  const { to: day, profile, mornings, activities, loads } = assembleScenario(given, zone);
  const today = mornings.find((check) => check.day === day) ?? null;
  return judgeDay({
    day,
    nowMs,
    checks: mornings,
    today,
    unreadable: today === null && given.checks.some(({ date }) => date === day),
    checkIns: listCheckIns(given, day),
    nights: given.nights.filter(({ date }) => date <= day).map(({ date, ...night }) => ({ day: date, ...night })),
    zones: listZones(given, day, nowMs, zone),
    activities,
    loads,
    massKg: showsCarbohydrate(given) ? profile.massKg : null,
    planned: plannedIn(given, zone),
    ticked: given.contraindications,
    events: toScenarioEvents(given, zone),
  });
}

/** The answers and tags of each day up to one. If a day has several rows, the last one counts. */
function listCheckIns({ wellness, tags }: Scenario, day: Day): DayCheckIn[] {
  const answers = new Map<Day, DayCheckIn>(wellness.map(({ date, ...said }) => [date, { day: date, ...said }]));
  for (const one of tags) answers.set(one.date, { ...answers.get(one.date), day: one.date, tags: one.tags });
  return [...answers.values()].filter((one) => one.day <= day);
}

/** The offsets that activities were recorded with, and the one of now. A time without an offset is local. */
function listZones({ activities, ...times }: Scenario, day: Day, nowMs: number, zone: CivilZone): DayZone[] {
  const recorded = activities.flatMap(({ start }) => {
    const offsetMin = readOffsetMin(start);
    const startMs = zone.toInstant(start);
    return offsetMin === null || startMs > nowMs ? [] : [{ day: zone.toWakingDay(startMs, times), offsetMin }];
  });
  return [...recorded, { day, offsetMin: offsetMs(nowMs, zone.timeZone) / MINUTE_MS }];
}

/** The offset from UTC that a time names, min; null if it names none. */
function readOffsetMin(time: string): number | null {
  if (time.endsWith('Z')) return 0;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(time) ?? [];
  return sign === undefined ? null : Number(`${sign}1`) * (60 * Number(hours) + Number(minutes));
}

/** Whether grams of carbohydrate may be shown: the clock names them only for a known body mass. */
function showsCarbohydrate({ contraindications: ticked, doctorAgreed }: Scenario): boolean {
  return !findExclusions({ ticked, doctorAgreed, ill: false, injured: false, pain: [] }).figures.has('carbohydrate-figures');
}

/** A check in a scenario has no time of day, so no training counts as done before it. */
function toMorningCheck(check: Scenario['checks'][number], place: number): MorningCheck {
  const { date, rmssdMs, restingHrBpm, quality, device, posture, breathing } = check;
  const series = { sensor: device, strap: null, posture, breathing };
  const rating = quality === 'good' ? 'good' : 'fair';
  return {
    id: String(place),
    day: date,
    startedAtMs: 0,
    readable: READABLE[quality],
    check: { day: date, lnRmssd: Math.log(rmssdMs), hrBpm: restingHrBpm, rating, series },
  };
}

/** Rows of the same day keep the order of the file. */
function byDay<Row extends { readonly day: string }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The output of the command line, field by field. */
function describePlan({ readiness, load, budget, clocks, fatigue }: JudgedDay) {
  const { day, trend, cvPct } = readiness;
  const baseline =
    day === null || trend === null
      ? { lnRmssd7d: null, lnRmssdLow: null, lnRmssdHigh: null, trendLow: null, trendHigh: null, cvPct }
      : {
          lnRmssd7d: trend.mean7,
          lnRmssdLow: day.band.low,
          lnRmssdHigh: day.band.high,
          trendLow: trend.band.low,
          trendHigh: trend.band.high,
          cvPct,
        };
  return {
    readiness: {
      verdict: readiness.verdict,
      confidence: readiness.confidence,
      // While learning, the days that the learning needs.
      daysLearned: readiness.verdict === 'learning' ? readiness.learned : readiness.days,
      baseline,
      contributors: readiness.contributors.map((one) => ({
        name: one.name,
        direction: one.direction,
        weight: one.weight,
        text: contributorText(one),
      })),
      rule: readiness.rule,
      // The largest first.
      causes: readiness.contributors.slice(0, 2).map((one) => ({ name: one.name, weight: one.weight, text: contributorText(one) })),
      notes: readiness.notes.map((note) => ({ code: note.code, text: noteText(note) })),
      reason: reason(readiness),
    },
    load: {
      todayScore: load.todayScore,
      ctlScore: load.ctl,
      atlScore: load.atl,
      tsbScore: load.tsb,
      monotony: load.monotony,
      strainScore: load.strain,
      budgetScore: budget?.score ?? null,
    },
    clocks: clocksDocument(clocks),
    fatigueWatch: fatigue,
  };
}

function clocksDocument(clocks: Clocks) {
  return {
    fuel: { hoursFrom: clocks.fuel?.hoursFrom ?? null, hoursTo: clocks.fuel?.hoursTo ?? null, text: fuelText(clocks) },
    autonomic: { state: clocks.autonomic.state, text: autonomicText(clocks) },
    muscles: clocks.muscles.map((clock) => ({
      region: clock.region,
      hoursFrom: clock.hoursFrom,
      hoursTo: clock.hoursTo,
      text: muscleText(clock),
    })),
  };
}
