import { describe, expect, it } from 'vitest';
import { CATALOGUE, isPlanned, MODALITIES, type Modality } from '../../../lib/catalogue';
import type { RuleName, Situation } from '../../../lib/planner';
import { easyRun, hardRun, ill, offered, plan, planned, race, rulesAgainst, ticked } from './scenario';

const H = 3_600_000;
/** Trained on each of the last eight days: a rest day is due. */
const WEEK = Array.from({ length: 8 }, (_, i) => ({ ...hardRun, startMs: hardRun.startMs - i * 24 * H }));

/** For each modality, a situation that allows it, and one that forbids it, with the rule that applies. */

const skipped = (modality: Modality, anchor: string) =>
  ({ id: `${modality}@${anchor}`, modality, startMs: 0, minutes: 10, outcome: 'skipped', reason: 'no' }) as const;

type Known = Partial<Situation>;
const rows: readonly (readonly [Modality, Known, Known, RuleName])[] = [
  ['cool-down', { planned: [planned('05T07:00')] }, { planned: [planned('05T07:00')], health: ill }, 'ill-or-feverish'],
  ['active-recovery', { activities: [hardRun] }, { activities: [hardRun], health: ill }, 'ill-or-feverish'],
  ['foam-rolling', { activities: [hardRun], equipment: ['massage-stick'] }, { activities: [hardRun] }, 'equipment'],
  ['stretching', { activities: [hardRun] }, { activities: [hardRun], health: ticked('fever') }, 'ill-or-feverish'],
  ['mobility', {}, { soreness: 4 }, 'severity'],
  [
    'massage-gun',
    { activities: [hardRun], equipment: ['massage-gun'] },
    { activities: [hardRun], equipment: ['massage-gun'], health: ticked('anticoagulant') },
    'screening-anticoagulant',
  ],
  ['massage-therapy', { activities: [hardRun], soreness: 4 }, { activities: [hardRun], health: ticked('dvt') }, 'screening-dvt'],
  [
    'pneumatic-compression',
    { activities: [hardRun], equipment: ['compression-boots'] },
    { activities: [hardRun], equipment: ['compression-boots'], events: [race('05T09:00')] },
    'compression-before-race',
  ],
  [
    'compression-garment',
    { activities: [hardRun], equipment: ['compression-garment'] },
    { activities: [hardRun], equipment: ['compression-garment'], health: ticked('peripheral-artery-disease') },
    'screening-peripheral-artery-disease',
  ],
  ['kinesiology-tape', { events: [race('06T09:00')], equipment: ['tape'] }, { equipment: ['tape'] }, 'no-occasion'],
  [
    'ice-compression',
    { activities: [hardRun], soreness: 4, equipment: ['ice-pack', 'compression-garment'] },
    { activities: [hardRun], soreness: 4, equipment: ['ice-pack', 'compression-garment'], health: ticked('raynaud') },
    'screening-raynaud',
  ],
  [
    'cold-water-immersion',
    { activities: [hardRun], equipment: ['cold-bath'] },
    { activities: [hardRun], equipment: ['cold-bath'], health: ticked('cold-urticaria') },
    'screening-cold-urticaria',
  ],
  [
    'cryotherapy',
    { activities: [hardRun], equipment: ['cryo-chamber'] },
    { activities: [easyRun], equipment: ['cryo-chamber'] },
    'no-occasion',
  ],
  [
    'local-cold',
    { activities: [hardRun], equipment: ['ice-pack'] },
    { activities: [hardRun], equipment: ['ice-pack'], health: ticked('reduced-sensation') },
    'screening-reduced-sensation',
  ],
  ['sauna', { equipment: ['sauna'] }, { equipment: ['sauna'], health: ticked('under-18') }, 'screening-under-18'],
  [
    'infrared',
    { activities: [hardRun], equipment: ['infrared-sauna'] },
    { activities: [hardRun], equipment: ['infrared-sauna'], health: ticked('pregnancy') },
    'screening-pregnancy',
  ],
  [
    'contrast',
    { activities: [hardRun], equipment: ['warm-bath', 'cold-bath'] },
    { activities: [hardRun], equipment: ['warm-bath', 'cold-bath'], plunges: 1 },
    'first-three-plunges',
  ],
  [
    'red-light',
    { activities: [hardRun], equipment: ['red-light'] },
    { activities: [hardRun], equipment: ['red-light'], health: ticked('epilepsy') },
    'screening-epilepsy',
  ],
  [
    'pemf',
    { activities: [hardRun], equipment: ['pemf'] },
    { activities: [hardRun], equipment: ['pemf'], health: ticked('implanted-device') },
    'screening-implanted-device',
  ],
  [
    'warm-bath',
    { equipment: ['warm-bath'] },
    { equipment: ['warm-bath'], bed: '23:30', quietFrom: '08:00', quietTo: '23:30' },
    'quiet-hours',
  ],
  [
    'nap',
    { sleepHours: 4, nowMs: hardRun.startMs - 5 * H },
    { sleepHours: 4, nowMs: hardRun.startMs - 5 * H, health: ill },
    'ill-or-feverish',
  ],
  ['breathwork', { stress: 5 }, { stress: 5, health: ill }, 'ill-or-feverish'],
  ['protein', { activities: [hardRun] }, { activities: [hardRun], health: ticked('kidney-disease') }, 'screening-kidney-disease'],
  ['carbohydrate', { planned: [planned('05T10:00', 90)] }, {}, 'no-occasion'],
  ['fluids', { activities: [hardRun] }, { activities: [hardRun], quietFrom: '00:00', quietTo: '23:59' }, 'quiet-hours'],
  ['creatine', { supplements: ['creatine'] }, {}, 'optional-supplement'],
  ['tart-cherry', { supplements: ['tart-cherry'] }, { supplements: ['tart-cherry'], health: ticked('under-18') }, 'screening-under-18'],
  ['sleep', {}, { log: ['04', '05', '06', '07'].map((day) => skipped('sleep', `2026-05-${day}`)) }, 'skipped'],
  ['rest-day', { activities: WEEK }, {}, 'no-occasion'],
];

describe('every modality', () => {
  it('is covered here', () => {
    const planned = MODALITIES.filter((modality) => isPlanned(CATALOGUE[modality]));
    expect(rows.map(([modality]) => modality).sort()).toEqual([...planned].sort());
  });

  it.each(rows)('%s is planned where it is allowed', (modality, allowed) => {
    expect(offered(plan(allowed), modality).length).toBeGreaterThan(0);
  });

  it.each(rows)('%s is not planned where it is forbidden', (modality, _, forbidden, rule) => {
    const made = plan(forbidden);
    expect(rulesAgainst(made, modality)).toContain(rule);
    const until = made.excluded.find((one) => one.modality === modality && one.rule === rule)?.untilMs ?? Number.POSITIVE_INFINITY;
    expect(offered(made, modality).filter(({ startMs }) => startMs < until)).toEqual([]);
  });
});
