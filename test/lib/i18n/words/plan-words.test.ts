import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { CATALOGUE, CONTRAINDICATIONS, MODALITIES, NAMED_ONLY, STEPS } from '../../../../lib/catalogue';
import { modalityText } from '../../../../lib/i18n/words/modality-words';
import { exclusionText, routineText, stepTexts, whoseText, whyText } from '../../../../lib/i18n/words/plan-words';
import { ROUTINES, RULE_NAMES, STEP_REASONS } from '../../../../lib/planner';
import english from '../../../../public/_locales/en/messages.json';
import { speakEnglish } from '../../../support/english';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});

describe('the words of a plan', () => {
  it('exist for every modality, reason, routine and rule', () => {
    for (const modality of MODALITIES) expect(modalityText(modality)).not.toBe('');
    for (const code of STEP_REASONS) expect(whyText({ reason: { code, values: { k: 1, of: 6 } } }).length).toBeGreaterThan(15);
    for (const { id } of ROUTINES) expect(routineText(id)).not.toBe('');
    for (const rule of RULE_NAMES) expect(exclusionText({ rule, values: {} }, (by) => by)).not.toBe('');
    for (const by of CONTRAINDICATIONS) expect(exclusionText({ rule: `screening-${by}`, values: {} }, (code) => code)).toContain(`“${by}”`);
    const ask = { rule: 'screening-pregnancy', values: { askDoctor: 1 } } as const;
    expect(exclusionText(ask, (code) => code)).toMatch(/until a doctor agrees.*“pregnancy”/);
  });

  it('exist for every step, and every step is used by a modality', () => {
    const used = new Set(
      [...Object.values(CATALOGUE), ...NAMED_ONLY].flatMap((one) => [
        ...one.steps,
        ...('doses' in one ? one.doses.flatMap(({ steps }) => steps ?? []) : []),
        ...('variants' in one ? one.variants.flatMap(({ steps }) => steps ?? []) : []),
      ]),
    );
    expect([...used].sort()).toEqual([...STEPS].sort());
    expect(stepTexts({ steps: STEPS }).every((text) => text.length > 0)).toBe(true);
  });

  it('name the source of a dose', () => {
    expect(whoseText({ whose: 'ours' })).toBe('Our choice; no source says');
    expect(whoseText({ whose: 'running-recovery' })).toBe('The science of running recovery');
  });

  it('never repeat claims that trials refute', () => {
    const words = Object.entries(english)
      .filter(([key]) => key.startsWith('plan'))
      .map(([, { message }]) => message.toLowerCase());
    for (const never of [
      'flush',
      'lactate',
      'toxin',
      'knot',
      'adhesion',
      'growth hormone',
      'muscle growth',
      'everyone can',
      'calorie',
      'kcal',
      'weight target',
    ]) {
      expect(words.filter((text) => text.includes(never))).toEqual([]);
    }
  });
});

it('garments may be worn in training when they are not tight, a sound machine covers noise, stretches after a run may move', () => {
  // Fleet Feet: compression during exercise can harm if it is too tight. Running recovery: a sound machine, and dynamic stretching after it.
  const [garment, dark, hold] = stepTexts({ steps: ['garment_after', 'sleep_dark', 'stretch_hold'] });
  expect(hold).toMatch(/15 to 30 seconds.*After a run.*move/);
  expect(garment).toMatch(/after exercise.*train in it.*not be tight/);
  expect(dark).toMatch(/Dark, cool.*sound machine/);
});
