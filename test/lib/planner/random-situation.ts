import { CONTRAINDICATIONS, EQUIPMENT, MODALITIES } from '../../../lib/catalogue';
import { completeSituation, GOALS, PHASES, type Situation } from '../../../lib/planner';
import { REGIONS, SPORTS } from '../../../lib/training';
import { randomFrom } from '../../support/rr-generator';

/** A random situation for a seed: anything that can be described, including unusual hours, zones and both changes of the clocks. */

export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Africa/Cairo',
];
/** Days near a change of the clocks in one of these zones, and ordinary ones. */
const AROUND = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2026-05-04',
  '2026-12-31',
  '2028-02-29',
];
const MIN = 60_000;

export function randomSituation(seed: number): Situation {
  const random = randomFrom(seed * 7919 + 17);
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(random() * list.length))] as T;
  const some = <T>(list: readonly T[], share: number) => list.filter(() => random() < share);
  const maybe = <T>(value: T, share: number): T | null => (random() < share ? value : null);
  const clock = (from: number, to: number) => {
    const minutes = int(from / 5, to / 5) * 5;
    return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };

  const nowMs = Date.parse(`${pick(AROUND)}T00:00:00Z`) + int(-36 * 60, 36 * 60) * MIN;
  const activities = Array.from({ length: int(0, 6) }, () => ({
    sport: pick(SPORTS),
    startMs: nowMs - int(30, 8 * 24 * 60) * MIN,
    movingTimeS: int(10, 200) * 60,
    avgHrBpm: maybe(int(90, 185), 0.5),
    rpe: maybe(int(1, 10), 0.8),
    kind: maybe(pick(['endurance', 'size', 'strength', 'power', 'skill'] as const), 0.5),
    regions: some(REGIONS, 0.15),
  }));
  const contraindications = random() < 0.5 ? [] : some(CONTRAINDICATIONS, 0.1);
  return completeSituation({
    nowMs,
    timeZone: pick(ZONES),
    wake: maybe(clock(4 * 60, 9 * 60), 0.9),
    bed: maybe(clock(20 * 60, 25 * 60), 0.9),
    quietFrom: maybe(clock(20 * 60, 23 * 60), 0.7),
    quietTo: maybe(clock(5 * 60, 8 * 60), 0.8),
    goal: maybe(pick(GOALS), 0.9),
    phase: maybe(pick(PHASES), 0.9),
    block: maybe(pick(['size', 'strength'] as const), 0.1),
    events: Array.from({ length: int(0, 2) }, () => ({
      kind: pick(['race', 'hard-session'] as const),
      atMs: nowMs + int(30, 100 * 60) * MIN,
    })),
    equipment: some(EQUIPMENT, pick([0.1, 0.4, 0.9])),
    health: {
      ticked: contraindications,
      ill: random() < 0.05,
      injured: random() < 0.05,
      pain: random() < 0.1 ? [{ region: pick(REGIONS), signs: ['one-sided'] as const }] : [],
    },
    timeBudgetMin: pick([0, 10, 20, 30, 45, 60, 90, 120]),
    planned: Array.from({ length: int(0, 4) }, () => ({
      sport: pick(SPORTS),
      atMs: nowMs + int(0, 80 * 60) * MIN,
      minutes: int(15, 150),
      intensity: pick(['easy', 'moderate', 'hard'] as const),
    })),
    activities,
    massKg: maybe(int(40, 110), 0.8),
    verdict: pick(['push', 'normal', 'easy', 'rest', 'learning'] as const),
    soreness: maybe(int(1, 5), 0.8),
    sore: some(REGIONS, 0.1).map((region) => ({ region, level: int(1, 5) })),
    stress: maybe(int(1, 5), 0.7),
    plunges: maybe(int(0, 6), 0.7),
    saunas: maybe(int(0, 6), 0.7),
    coldWaived: random() < 0.1,
    alcohol: random() < 0.05,
    dehydrated: random() < 0.05,
    supplements: some(['creatine', 'tart-cherry'] as const, 0.3),
    usualSoreness: maybe(int(1, 4), 0.4),
    sleepHours: maybe(int(3, 10), 0.6),
    travelled: random() < 0.05,
    returning: random() < 0.08 ? { day: int(1, 3), of: int(3, 7) } : null,
    airC: maybe(int(-10, 38), 0.4),
    sleepTargetH: maybe(int(5, 11), 0.4),
    log: Array.from({ length: int(0, 3) }, () => ({
      id: null,
      modality: pick(MODALITIES),
      startMs: nowMs - int(5, 5 * 24 * 60) * MIN,
      minutes: int(5, 30),
      outcome: pick(['done', 'skipped'] as const),
      reason: maybe('no time', 0.5),
    })),
  });
}
