import { describe, expect, it } from 'vitest';
import { findExclusions, type HealthState } from '../../../../lib/catalogue';
import { type Clearance, findBlocks } from '../../../../lib/devices/safety/clearance';
import { BOOTS } from '../session/fake-device';
import { makePlan, NOON } from '../session/set-up';

const WELL: HealthState = { ticked: [], ill: false, injured: false, pain: [] };
const GUN = { ...BOOTS, class: 'percussion' as const };
const LIGHT = { ...BOOTS, class: 'light' as const };

function blocks(change: Partial<Omit<Clearance, 'exclusions'>> = {}, user: Partial<HealthState> = {}) {
  return findBlocks({
    kind: { disabled: null },
    capabilities: BOOTS,
    plan: makePlan({ seconds: 600, levels: { legs: 1 } }),
    faults: [],
    deviceFault: null,
    unasked: false,
    screeningDue: null,
    oneTap: { answer: 'none', atMs: NOON },
    runsOnAcknowledged: false,
    nowMs: NOON,
    ...change,
    exclusions: findExclusions({ ...WELL, ...user }),
  });
}
const codes = (...of: Parameters<typeof blocks>) => blocks(...of).map(({ code }) => code);
const legs = (region: 'calves' | 'quads') => makePlan({ seconds: 60, region });

describe('what blocks a start', () => {
  it('is nothing when everything is answered and nothing ticked', () => {
    expect(codes()).toEqual([]);
  });

  it('is a kind without a known stop', () => {
    expect(codes({ kind: { disabled: 'no-known-stop' } })).toEqual(['disabled']);
  });

  it('is a device that moves already', () => {
    expect(codes({ unasked: true })).toEqual(['already-moves']);
  });

  it('is the question before boots and massage: not asked, asked too long ago, or answered with signs', () => {
    expect(codes({ oneTap: null })).toEqual(['one-tap-needed']);
    expect(codes({ nowMs: NOON + 10 * 60_000 })).toEqual([]);
    expect(codes({ nowMs: NOON + 10 * 60_000 + 1 })).toEqual(['one-tap-needed']);
    // The wall clock may have been set back since.
    expect(codes({ nowMs: NOON - 10 * 60_000 - 1 })).toEqual(['one-tap-needed']);
    expect(codes({ oneTap: { answer: 'some', atMs: NOON } })).toEqual(['one-tap-signs']);
    expect(codes({ capabilities: LIGHT, oneTap: null })).toEqual([]);
  });

  it('is due health questions', () => {
    expect(blocks({ screeningDue: 'pregnant' })).toEqual([{ code: 'screening-due', why: 'pregnant' }]);
  });

  it('is a ticked answer, with its rule', () => {
    expect(blocks({}, { ticked: ['dvt'] })).toEqual([{ code: 'excluded', reasons: [{ rule: 'dvt', askDoctor: false }] }]);
    expect(blocks({ capabilities: GUN, plan: legs('quads') }, { ticked: ['anticoagulant'] })).toEqual([
      { code: 'excluded', reasons: [{ rule: 'anticoagulant', askDoctor: true }] },
    ]);
  });

  it('is what the profile of this device forbids in addition to its class', () => {
    const kind = { disabled: null, contraindications: ['epilepsy'] };
    expect(codes({ kind }, { ticked: ['epilepsy'] })).toEqual(['excluded']);
    expect(codes({ kind }, { ticked: ['kidney-disease'] })).toEqual([]);
  });

  it('is pain that is sudden, one-sided or swollen: the gun at that place, boots at all', () => {
    const pain = [{ region: 'calves' as const, signs: ['one-sided' as const] }];
    expect(codes({ capabilities: GUN, plan: { ...legs('calves'), modality: 'massage-gun' } }, { pain })).toEqual(['region-excluded']);
    expect(codes({ capabilities: GUN, plan: { ...legs('quads'), modality: 'massage-gun' } }, { pain })).toEqual([]);
    expect(codes({ capabilities: GUN, plan: makePlan({ seconds: 60 }) }, { pain })).toContain('region-not-said');
    expect(codes({}, { pain })).toEqual(['excluded']);
  });

  it('is a gun on neck, shins or knees', () => {
    const plan = makePlan({ seconds: 60, region: 'neck' }, { seconds: 60, region: 'knees' }, { seconds: 60, region: 'quads' });
    expect(blocks({ capabilities: GUN, plan })).toEqual([
      { code: 'region-never', region: 'neck' },
      { code: 'region-never', region: 'knees' },
    ]);
  });

  it('is a rule for the device, its class and the plan, reported once', () => {
    const kind = { disabled: null, contraindications: ['dvt'] };
    const plan = { ...makePlan({ seconds: 600, levels: { legs: 1 } }), modality: 'compression-boots' };
    expect(blocks({ kind, plan }, { ticked: ['dvt'] })).toEqual([{ code: 'excluded', reasons: [{ rule: 'dvt', askDoctor: false }] }]);
  });

  it('is not the missing place in a pause of a gun', () => {
    const pain = [{ region: 'calves' as const, signs: ['one-sided' as const] }];
    const plan = makePlan({ seconds: 60, region: 'quads' }, { seconds: 30, pause: true });
    expect(codes({ capabilities: GUN, plan: { ...plan, modality: 'massage-gun' } }, { pain })).toEqual([]);
    expect(codes({ capabilities: GUN, plan: makePlan({ seconds: 60 }) })).toEqual([]);
  });

  it('is a plan that the device cannot follow', () => {
    const faults = [{ code: 'too-long', step: 0 }] as unknown as Clearance['faults'];
    expect(blocks({ faults })).toEqual([{ code: 'plan', faults }]);
  });

  it('is the warning for a device that keeps running without a link, before each start', () => {
    const runsOn = { ...BOOTS, timerS: null, endsByItself: false };
    expect(codes({ capabilities: runsOn })).toEqual(['runs-on-not-acknowledged']);
    expect(codes({ capabilities: runsOn, runsOnAcknowledged: true, deviceFault: null })).toEqual([]);
  });

  it('all of it is said, the gravest first', () => {
    const faults = [{ code: 'too-long', step: 0 }] as unknown as Clearance['faults'];
    const pain = [{ region: 'calves' as const, signs: ['one-sided' as const] }];
    const everything = {
      kind: { disabled: 'no-known-stop' as const },
      capabilities: { ...GUN, endsByItself: false },
      plan: makePlan({ seconds: 60, region: 'calves' }, { seconds: 60, region: 'neck' }, { seconds: 60 }),
      faults,
      screeningDue: 'too-old' as const,
      oneTap: null,
    };
    expect(codes(everything, { ticked: ['anticoagulant'], pain })).toEqual([
      'disabled',
      'one-tap-needed',
      'screening-due',
      'excluded',
      'region-excluded',
      'region-never',
      'region-not-said',
      'plan',
      'runs-on-not-acknowledged',
    ]);
  });

  it('what the plan does is judged beside what the device is', () => {
    const plan = { ...makePlan({ seconds: 600, levels: { legs: 1 } }), modality: 'pemf' };
    expect(blocks({ plan }, { ticked: ['implanted-device'] })).toEqual([
      { code: 'excluded', reasons: [{ rule: 'implanted-device', askDoctor: false }] },
    ]);
  });

  it('a region is named once, however many steps go there', () => {
    const plan = makePlan({ seconds: 60, region: 'neck' }, { seconds: 60, region: 'neck' });
    expect(blocks({ capabilities: GUN, plan })).toEqual([{ code: 'region-never', region: 'neck' }]);
  });

  it('only a gun is asked where it goes', () => {
    const pain = [{ region: 'shoulders' as const, signs: ['sudden' as const] }];
    expect(codes({ capabilities: LIGHT, plan: makePlan({ seconds: 60, region: 'shoulders' }) }, { pain })).toEqual([]);
  });

  it('ill: every class is off', () => {
    for (const one of ['percussion', 'massage', 'compression', 'thermal', 'light', 'belt', 'resistance'] as const) {
      expect(codes({ capabilities: { ...BOOTS, class: one }, plan: legs('quads') }, { ill: true })).toContain('excluded');
    }
  });
});
