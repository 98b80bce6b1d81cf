import { findAskedAgain, SOURCES, type TickDetails, toHealthState } from '../lib/catalogue';
import { offsetMs } from '../lib/core/local-time';
import { MINUTE_MS } from '../lib/core/time';
import { conflictText } from '../lib/i18n/words/conflict-words';
import { teamSentences } from '../lib/i18n/words/dose-words';
import { exclusionText, isAsk, whyText } from '../lib/i18n/words/plan-words';
import { ruleWords, stillText } from '../lib/i18n/words/screening-words';
import { type Conflict, completeSituation, type Plan, type PlanItem, planFor, ROUTINES, type Situation } from '../lib/planner';
import { findReturn, findUsualSoreness, hasJustTravelled, type JudgedDay } from '../lib/readiness';
import { BLANK_PROFILE } from '../lib/training';
import type { Scenario } from './scenario';
import { plannedIn } from './scenario-days';
import type { CivilZone } from './zone';

/** The plan of a described day, in the format of the command line. */

export function planDocument(
  given: Scenario,
  judged: JudgedDay,
  zone: CivilZone,
): Readonly<Record<'routine' | 'items' | 'optional' | 'excluded' | 'conflicts' | 'screening', unknown>> {
  const plan: Plan = planFor(situationOfScenario(given, judged, zone));
  const [today] = plan.days;
  const routine = ROUTINES.find(({ id }) => id === today?.routine);
  return {
    routine: routine === undefined ? null : { id: routine.id, name: routine.name },
    items: plan.items.map((item) => itemDocument(item, plan.timeZone)),
    optional: plan.optional.map((item) => itemDocument(item, plan.timeZone)),
    excluded: plan.excluded.map((one) => ({
      modality: one.modality,
      rule: one.rule,
      reason: exclusionText(one, ruleWords),
      // Whether it is off only until a doctor agrees.
      ask: isAsk(one),
    })),
    conflicts: plan.conflicts.map((one) => conflictDocument(one, judged, plan.timeZone)),
    screening: { asked: askedDocument(given, zone) },
  };
}

function situationOfScenario(given: Scenario, { readiness, activities }: JudgedDay, zone: CivilZone): Situation {
  const nowMs = Date.parse(given.now);
  const day = zone.toWakingDay(nowMs, given);
  const profile = { ...BLANK_PROFILE, ...given.profile };
  const today = findCheckIn(given, zone);
  const year = Number(day.slice(0, 4));
  const answers = given.wellness.map(({ date, ...said }) => ({
    ...said,
    day: date,
    ill: said.ill ?? false,
    injured: said.injured ?? false,
  }));
  return completeSituation({
    nowMs,
    timeZone: zone.timeZone,
    wake: given.wake ?? null,
    bed: given.bed ?? null,
    quietFrom: given.quietFrom ?? null,
    quietTo: given.quietTo ?? null,
    goal: given.goal ?? null,
    phase: given.phase ?? null,
    events: given.events.map(({ kind, at }) => ({ kind, atMs: zone.toInstant(at) })),
    equipment: given.equipment,
    health: toHealthState(
      given.contraindications,
      today === undefined ? null : { ...today, pain: [] },
      { birthYear: profile.birthYear, year },
      toTickDetails(given),
    ),
    planned: plannedIn(given, zone).map(({ day: _day, ...one }) => one),
    activities,
    massKg: profile.massKg,
    ageYears: profile.birthYear === null ? null : year - profile.birthYear,
    verdict: readiness.verdict,
    soreness: today?.soreness ?? null,
    sore: today?.sore ?? [],
    stress: today?.stress ?? null,
    sleepHours: today?.sleepHours ?? null,
    usualSoreness: findUsualSoreness(answers, day),
    returning: findReturn(answers, day),
    travelled: hasJustTravelled(readiness),
    ...(given.timeBudgetMin === undefined || given.timeBudgetMin === null ? {} : { timeBudgetMin: given.timeBudgetMin }),
  });
}

function toTickDetails({ doctorAgreed, places, fasting }: Scenario): TickDetails {
  return { doctorAgreed, places: Object.fromEntries(places.map(({ tick, regions }) => [tick, regions])), fasting };
}

/** The ticks that are asked about again this morning. A scenario does not say when they were ticked. */
function askedDocument({ now, contraindications, stillTicked, ...times }: Scenario, zone: CivilZone) {
  const day = zone.toWakingDay(Date.parse(now), times);
  const still = Object.fromEntries(stillTicked.map((tick) => [tick, { day, still: true }]));
  return findAskedAgain({ ticked: contraindications, answeredOn: null, still }, day).map((tick) => ({ tick, text: stillText(tick) }));
}

/** If a day has several rows, the last one counts. */
function findCheckIn({ now, wellness, ...times }: Scenario, zone: CivilZone) {
  const day = zone.toWakingDay(Date.parse(now), times);
  const row = wellness.findLast(({ date }) => date === day);
  return row === undefined ? undefined : { ...row, ill: row.ill ?? false, injured: row.injured ?? false };
}

/** A conflict names its session or event by its local start. */
function conflictDocument(conflict: Conflict, { readiness }: JudgedDay, timeZone: string) {
  const [atMs, what] =
    conflict.kind === 'session' ? [conflict.session.atMs, conflict.session.sport] : [conflict.event.atMs, conflict.event.kind];
  return { session: `${localTime(atMs, timeZone)} ${what}`, why: conflictText(conflict, readiness.verdict), offers: conflict.offers };
}

function itemDocument(item: PlanItem, timeZone: string) {
  return {
    modality: item.modality,
    windowFrom: localTime(item.windowFromMs, timeZone),
    windowTo: localTime(item.windowToMs, timeZone),
    start: localTime(item.startMs, timeZone),
    minutes: item.minutes,
    dose: figures(item.dose),
    reason: [whyText(item), ...teamSentences(item)].join(' '),
    evidence: item.evidence,
    sources: item.sources.map((source) => SOURCES[source].title),
    device: item.device,
  };
}

/** Numbers and pairs of numbers; a dose without figures is explained in the reason. */
function figures(dose: PlanItem['dose']): Record<string, number | readonly [number, number]> {
  const { minutesRange: _, asLabelled: _asLabelled, toThirst: _toThirst, uncounted: _uncounted, ...rest } = dose;
  return rest;
}

/** ISO 8601 with the offset of the zone at that time. */
function localTime(epochMs: number, timeZone: string): string {
  const aheadMs = offsetMs(epochMs, timeZone);
  const offset = Math.round(aheadMs / MINUTE_MS);
  const [sign, size] = [offset < 0 ? '-' : '+', Math.abs(offset)];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${new Date(epochMs + aheadMs).toISOString().slice(0, 19)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
