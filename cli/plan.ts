import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { speak } from '../lib/i18n';
import { autonomicText, contributorText, fuelText, muscleText } from '../lib/i18n/words/readiness-words';
import { type Clocks, type DayInput, type JudgedDay, judgeDay } from '../lib/readiness';
import { BLANK_PROFILE } from '../lib/training';
import english from '../public/_locales/en/messages.json';
import { BadInput } from './failure';
import { planDocument } from './plan-items';
import { type Scenario, scenario } from './scenario';
import { type CivilZone, readTimeZone } from './zone';

/** `plan SCENARIO.json`: what the product says of a described day. Throws `BadInput`. */
export async function plan(args: readonly string[]): Promise<unknown> {
  speak('en', english);
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new BadInput('name one scenario: plan SCENARIO.json');
  const given = await read(file);
  const zone = readTimeZone(given.now, given.timeZone);
  const judged = judgeDay(dayOf(given, zone));
  return { ...documentOf(judged), ...planDocument(given, judged, zone) };
}

async function read(file: string): Promise<Scenario> {
  let json: unknown;
  try {
    // npm starts scripts in the project's folder; the user's own stands here.
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

function dayOf(given: Scenario, zone: CivilZone): DayInput {
  const nowMs = Date.parse(given.now);
  const day = zone.dayOf(nowMs);
  const checks = given.checks.filter(({ quality }) => READABLE[quality]).map(checkOf);
  const ofToday = given.checks.filter(({ date }) => date === day);
  return {
    day,
    nowMs,
    checks,
    today: checks.find((check) => check.day === day) ?? null,
    unreadable: ofToday.length > 0 && ofToday.every(({ quality }) => !READABLE[quality]),
    checkIns: given.wellness.filter(({ date }) => date <= day).map(({ date, ...answers }) => ({ day: date, ...answers })),
    activities: given.activities.map(({ start, ...activity }) => ({
      ...activity,
      startMs: zone.instantOf(start),
      day: zone.dayOf(zone.instantOf(start)),
    })),
    profile: { ...BLANK_PROFILE, ...given.profile },
    planned: given.planned.map((session) => plannedOf(session, zone)),
  };
}

function checkOf({ date, rmssdMs, restingHrBpm, quality, device, posture, breathing }: Scenario['checks'][number]) {
  const series = { sensor: device, strap: null, posture, breathing };
  return { day: date, lnRmssd: Math.log(rmssdMs), hrBpm: restingHrBpm, rating: quality === 'good' ? 'good' : 'fair', series } as const;
}

function plannedOf({ sport, at, minutes, intensity }: Scenario['planned'][number], zone: CivilZone) {
  const atMs = zone.instantOf(at);
  return { sport, atMs, minutes, intensity, day: zone.dayOf(atMs) };
}

/** The contract of the command line, field by field. */
function documentOf({ readiness, load, budget, clocks, fatigue }: JudgedDay) {
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
      // While learning, of the days that the learning needs.
      daysLearned: readiness.verdict === 'learning' ? readiness.learned : readiness.days,
      baseline,
      contributors: readiness.contributors.map((one) => ({
        name: one.name,
        direction: one.direction,
        weight: one.weight,
        text: contributorText(one),
      })),
      rule: readiness.rule,
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
