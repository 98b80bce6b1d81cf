import type { PlanItem } from '../../lib/planner';
import type { StoredActivity } from '../../lib/storage';

/** An item of a plan; fields that a test does not set have plausible values. */
export function anItem(changes: Partial<PlanItem> = {}): PlanItem {
  return {
    id: 'stretching@2026-05-04',
    modality: 'stretching',
    variant: null,
    windowFromMs: Date.parse('2026-05-04T16:00:00Z'),
    windowToMs: Date.parse('2026-05-04T18:00:00Z'),
    startMs: Date.parse('2026-05-04T16:30:00Z'),
    minutes: 10,
    day: '2026-05-04',
    counts: true,
    doseId: 'after',
    dose: {},
    whose: 'svetness',
    minutesWhose: 'svetness',
    reason: { code: 'programme-stretching', values: {} },
    evidence: 'little',
    evidenceKind: 'trials',
    seedGrade: 'moderate',
    sources: ['svetness'],
    steps: ['stretch_no_pain'],
    regions: [],
    notOn: [],
    notRegions: [],
    asksOneTap: false,
    device: null,
    moved: false,
    ...changes,
  };
}

/** A hard run of an hour. */
export function aRun(startMs: number, changes: Partial<StoredActivity> = {}): StoredActivity {
  return {
    id: `run ${startMs}`,
    world: 'own',
    source: 'typed',
    sourceId: null,
    sport: 'run',
    startMs,
    movingTimeS: 3600,
    avgHrBpm: null,
    rpe: 8,
    kind: null,
    regions: ['quads'],
    timeZone: 'UTC',
    day: new Date(startMs).toISOString().slice(0, 10),
    title: null,
    maxHrBpm: null,
    distanceM: null,
    edited: [],
    ...changes,
  };
}
