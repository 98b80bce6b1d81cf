import { completeSituation, type Plan, type PlanItem, planFor, type Situation } from '../../../lib/planner';

/** Scenarios by hand: Monday 4 May 2026, Berlin, awake from 06:30 to 22:30. */

export const at = (local: string) => Date.parse(`2026-05-${local}:00+02:00`);
const MIN = 60_000;

const BASE: Omit<Situation, 'nowMs'> = {
  ...completeSituation({ nowMs: 0 }),
  timeZone: 'Europe/Berlin',
  wake: '06:30',
  bed: '22:30',
  quietFrom: '22:30',
  quietTo: '06:30',
  goal: 'endurance',
  phase: 'base',
  verdict: 'normal',
  massKg: 70,
  timeBudgetMin: 120,
};

export const given = (known: Partial<Situation> = {}): Situation => ({ ...BASE, nowMs: at('04T18:30'), ...known });

type Did = Situation['activities'][number];
const did = (sport: Did['sport'], start: string, minutes: number, rpe: number, kind: Did['kind'] = null): Did => ({
  sport,
  startMs: at(start),
  movingTimeS: minutes * 60,
  avgHrBpm: null,
  rpe,
  kind,
  regions: ['quads'],
});
/** A hard run and strength work, both over at 18:00. */
export const hardRun = did('run', '04T17:00', 60, 8);
export const easyRun = did('run', '04T17:00', 60, 3);
export const lifting = did('strength', '04T17:00', 60, 8);
export const longRun = did('run', '03T09:00', 150, 5);

export const planned = (when: string, minutes = 60, intensity: 'easy' | 'moderate' | 'hard' = 'hard', sport: Did['sport'] = 'run') => ({
  sport,
  atMs: at(when),
  minutes,
  intensity,
});
export const race = (when: string) => ({ kind: 'race', atMs: at(when) }) as const;
export const ticked = (...what: Situation['health']['ticked']): Situation['health'] => ({
  ticked: what,
  ill: false,
  injured: false,
  pain: [],
});
export const ill: Situation['health'] = { ticked: [], ill: true, injured: false, pain: [] };

export const plan = (known: Partial<Situation>): Plan => planFor(given(known));
export const items = (of: Plan, modality: PlanItem['modality']): readonly PlanItem[] =>
  of.items.filter((item) => item.modality === modality);
/** Planned, or offered "if you have time". */
export const offered = (of: Plan, modality: PlanItem['modality']): readonly PlanItem[] =>
  [...of.items, ...of.optional].filter((item) => item.modality === modality);
export const rulesAgainst = (of: Plan, modality: PlanItem['modality']) =>
  of.excluded.filter((one) => one.modality === modality).map(({ rule }) => rule);
export const toEndMs = ({ startMs, minutes }: PlanItem) => startMs + minutes * MIN;
