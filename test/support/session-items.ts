import type { TreatmentClass } from '../../lib/catalogue';
import { CATALOGUE, isTimed, lengthS, regionsWithin, type SessionPlan, temperaturesIn, toSessionPlan } from '../../lib/catalogue';
import type { Capabilities } from '../../lib/devices/driver';
import { computeLimits } from '../../lib/devices/safety/limits';
import { toDeviceAtHand } from '../../lib/devices/session/device-at-hand';
import { openRecord } from '../../lib/devices/session/open-record';
import { findFaults } from '../../lib/devices/session/validate';
import { type PlanItem, planFor } from '../../lib/planner';
import { toLogEntry } from '../../lib/today/plan/log-session';
import { randomSituation } from '../lib/planner/random-situation';

/** Whether each item of random plans starts as a session with exactly its dose, and is logged with it. */

const CLASSES: readonly TreatmentClass[] = ['percussion', 'massage', 'compression', 'thermal', 'light', 'belt', 'resistance'];

/** A device that can do everything in its class. */
function makeCapabilities(its: TreatmentClass): Capabilities {
  return {
    class: its,
    zones: [{ id: 'zone', control: 'absolute', range: { min: 0, max: 10, step: 1 }, unit: 'level' }],
    temperatureC: null,
    programmes: [],
    timerS: null,
    endsByItself: true,
    pauses: true,
    battery: false,
    telemetry: [],
  };
}

const numbers = (value: number | readonly number[] | undefined) => (value === undefined ? [] : [value].flat().join());

/** The parts of an item that a session lacks; empty when none. */
export function differences(item: PlanItem, session: SessionPlan | null): readonly string[] {
  if (session === null) return ['no session'];
  const entry = CATALOGUE[item.modality];
  const dose = entry.doses.find(({ id }) => id === item.doseId);
  if (dose === undefined) return ['no dose'];
  const wrong: string[] = [];
  const same = (what: string, is: unknown, should: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(should)) wrong.push(`${what}: ${JSON.stringify(is)} for ${JSON.stringify(should)}`);
  };
  same('modality', session.modality, item.modality);
  same('dose', session.doseId, item.doseId);
  same('variant', session.variant, item.variant);
  same('source', session.doseOf, item.whose);
  same('item', session.item, item.id);
  same('minutes', lengthS(session.steps) / 60, item.minutes);
  same('regions', session.regions, item.regions);
  const at = session.steps.flatMap(({ region }) => region ?? []);
  if (dose.course?.by === 'regions') same('steps’ regions', at, regionsWithin(dose, item.minutes, item.regions));
  if (item.dose.temperatureC !== undefined) same('temperature', temperaturesIn(session).map(numbers), [numbers(item.dose.temperatureC)]);
  for (const { breathsPerMin } of session.steps) {
    const [low, high] = item.dose.breathsPerMin ?? [];
    if (low !== undefined && high !== undefined && !(breathsPerMin !== undefined && breathsPerMin >= low && breathsPerMin <= high))
      wrong.push(`breaths: ${breathsPerMin}`);
  }
  const muscleS = session.steps.filter(({ pause }) => pause !== true).map(({ seconds }) => seconds);
  if (item.dose.minutesPerMuscle !== undefined && Math.max(...muscleS) > item.dose.minutesPerMuscle * 60)
    wrong.push('too long at a muscle');
  const temperatures = temperaturesIn(session).map((range) => range.join());
  if (item.modality === 'contrast') {
    same('contrast', temperatures, [item.variant === 'warm-bath' ? '38,42' : '80,100', '10,15']);
  }
  return wrong;
}

/** Compares the log entry of a finished session with the item. */
function wronglyLogged(item: PlanItem, plan: SessionPlan): readonly string[] {
  const parts = { clock: { now: () => item.startMs } as never, timeZone: () => 'UTC', newId: () => 'id', demo: false };
  const record = openRecord(plan, null, parts);
  const activeS = lengthS(plan.steps.filter(({ pause }) => pause !== true));
  const entry = toLogEntry({ ...record, activeS, endedAtMs: item.startMs + item.minutes * 60_000, end: 'finished' });
  const { id, modality, doseId, variant, whose } = item;
  const is = entry && [entry.itemId, entry.modality, entry.doseId, entry.variant, entry.doseOf];
  return JSON.stringify(is) === JSON.stringify([id, modality, doseId, variant, whose]) ? [] : [`logged as ${JSON.stringify(is)}`];
}

/** Plans `situations` random situations from seed `first` on; every difference, and how many sessions were made. */
export function checkItems(
  situations: number,
  first = 0,
): { readonly wrong: readonly string[]; readonly sessions: Readonly<Record<string, number>> } {
  const wrong: string[] = [];
  const sessions: Record<string, number> = {};
  for (let seed = first; seed < first + situations; seed++) {
    const devices = CLASSES.map((its) => ({ id: its, class: its }));
    const plan = planFor({ ...randomSituation(seed), devices });
    for (const item of [...plan.items, ...plan.optional]) {
      const say = (what: readonly string[]) => wrong.push(...what.map((one) => `seed ${seed}, ${item.id}: ${one}`));
      const count = (where: string) => {
        sessions[where] = (sessions[where] ?? 0) + 1;
      };
      if (isTimed(item.modality)) {
        const session = toSessionPlan(item);
        say(differences(item, session));
        if (session !== null) say(wronglyLogged(item, session));
        count(`${item.modality} timed`);
      }
      if (item.device !== null) {
        const capabilities = makeCapabilities(item.device as TreatmentClass);
        const limits = computeLimits(capabilities);
        const session = toSessionPlan(item, toDeviceAtHand(capabilities, limits, { zone: 3 }));
        say(differences(item, session));
        if (session !== null) {
          say(findFaults(session, capabilities, limits).map(({ code }) => code));
          say(wronglyLogged(item, session));
        }
        count(`${item.modality} on a device`);
      }
    }
  }
  return { wrong, sessions };
}
