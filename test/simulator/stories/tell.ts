import { judgeDay } from '../../../lib/readiness';
import { PEERS, type Says } from './peers';
import { BEFORE_DAYS, live, type Told } from './person';
import type { Story, Truth } from './stories';

/** What each rule says in a story, against what may be told. */

export const PRODUCT = 'Rebound';
export const RULE_NAMES: readonly string[] = [PRODUCT, ...PEERS.map(({ name }) => name)];

/** Means over all tellings of a story; days counted from 1, null where fewer than half of the tellings had one. */
export interface Row {
  readonly story: string;
  readonly rule: string;
  readonly firstWatch: number | null;
  readonly firstWarning: number | null;
  /** A day a telling, on which it said easy, or rest, wrongly; and on which it let train who should not. */
  readonly falseEasy: number;
  readonly falseRest: number;
  readonly missed: number;
  /** All wrong days, a false rest day counting twice. */
  readonly wrong: number;
}

type Level = 'none' | 'watch' | 'warn';
interface DaySaid {
  readonly says: Says;
  readonly level: Level;
}

/** Days before and with a day that are judged, so that nothing of the ordinary days is left out. */
const BACK = 75;

function product(told: Told, i: number): DaySaid {
  const day = told.days[i] ?? '';
  const since = Math.max(0, i - BACK - 6);
  const rows = <Row>(all: readonly (Row | null)[]) => all.slice(since, i + 1).flatMap((row) => row ?? []);
  const first = told.days[since] ?? '';
  const { readiness, fatigue } = judgeDay({
    day,
    nowMs: Date.parse(`${day}T08:00:00Z`),
    checks: rows(told.checks),
    today: told.checks[i] ?? null,
    checkIns: rows(told.checkIns),
    nights: told.nights.slice(since, i + 1),
    zones: told.zones.slice(since, i + 1),
    activities: told.activities.filter((one) => one.day >= first && one.day < day),
    loads: told.loads.filter((one) => one.day >= first && one.day < day),
    massKg: null,
  });
  const { verdict } = readiness;
  return { says: verdict === 'rest' || verdict === 'easy' ? verdict : 'train', level: fatigue.level };
}

/** A peer has no watch: easy on two of three days counts as one, on five of seven as a warning (ours, for all peers alike). */
function findLevel(says: readonly Says[], i: number): Level {
  const easyIn = (days: number) => says.slice(Math.max(0, i + 1 - days), i + 1).filter((one) => one !== 'train').length;
  if (easyIn(7) >= 5) return 'warn';
  return easyIn(3) >= 2 ? 'watch' : 'none';
}

function listen(rule: string, told: Told, story: Story): DaySaid[] {
  const days = Array.from({ length: story.days }, (_, k) => BEFORE_DAYS + k);
  if (rule === PRODUCT) return days.map((i) => product(told, i));
  const peer = PEERS.find(({ name }) => name === rule);
  if (peer === undefined) throw new Error(`no rule ${rule}`);
  // A week before the story, so that the levels of its first days are known.
  const says = Array.from({ length: story.days + 7 }, (_, k) => peer.judge(told, BEFORE_DAYS - 7 + k));
  return days.map((_, k) => ({ says: says[k + 7] ?? 'train', level: findLevel(says, k + 7) }));
}

const ALLOWED: Readonly<Record<Truth, readonly Says[]>> = {
  train: ['train'],
  ease: ['easy', 'rest'],
  rest: ['rest'],
  any: ['train', 'easy', 'rest'],
  'no-rest': ['train', 'easy'],
};

export function tell(story: Story, seeds: readonly number[], rules = RULE_NAMES): Row[] {
  const told = seeds.map((seed) => live(story, seed));
  return rules.map((rule) => {
    const [watches, warnings]: [(number | null)[], (number | null)[]] = [[], []];
    let [falseEasy, falseRest, missed] = [0, 0, 0];
    for (const one of told) {
      const days = listen(rule, one, story);
      const first = (levels: readonly Level[]) => {
        const found = days.findIndex(({ level }) => levels.includes(level));
        return found < 0 ? null : found + 1;
      };
      watches.push(first(['watch', 'warn']));
      warnings.push(first(['warn']));
      days.forEach(({ says }, k) => {
        const { truth } = story.on(k);
        if (ALLOWED[truth].includes(says)) return;
        if (says === 'rest') falseRest++;
        else if (says === 'easy' && truth !== 'rest') falseEasy++;
        else missed++;
      });
    }
    const a = (count: number) => count / seeds.length;
    return {
      story: story.name,
      rule,
      firstWatch: findMiddle(watches),
      firstWarning: findMiddle(warnings),
      falseEasy: a(falseEasy),
      falseRest: a(falseRest),
      missed: a(missed),
      wrong: a(falseEasy + 2 * falseRest + missed),
    };
  });
}

/** The median, with "never" as later than any day. */
function findMiddle(days: readonly (number | null)[]): number | null {
  const sorted = days.map((day) => day ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(middle) ? middle : null;
}
