import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  EQUIPMENT,
  isLiteratureSource,
  isPlanned,
  MACHINES,
  MODALITIES,
  NAMED_ONLY,
  SOURCES,
  STEPS,
  WATER_RULES,
} from '../../../../lib/catalogue';
import { ROUTINES, STEP_REASONS } from '../../../../lib/planner';

const MESSAGES: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../public/_locales/en/messages.json'), 'utf8'),
);
const endings = (prefix: string) =>
  Object.keys(MESSAGES)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();
const underscored = (codes: readonly string[]) => codes.map((code) => code.replaceAll('-', '_')).sort();

describe('codes and words belong together', () => {
  it('steps', () => {
    expect(underscored(STEPS)).toEqual(endings('planStep_'));
  });

  it('reasons', () => {
    const options = MODALITIES.filter((modality) => CATALOGUE[modality].counts && isPlanned(CATALOGUE[modality])).map(
      (one) => `may-${one}`,
    );
    expect(underscored([...STEP_REASONS, ...options, 'may'])).toEqual(endings('planWhy_'));
  });

  it('kinds of day', () => {
    expect(underscored(ROUTINES.map(({ id }) => id))).toEqual(endings('routine_'));
    for (const { id, name } of ROUTINES) expect(name).toBe(MESSAGES[`routine_${id.replaceAll('-', '_')}`]?.message);
  });

  it.each(MODALITIES)('%s: its own English name is the one of the messages', (modality) => {
    expect(CATALOGUE[modality].name).toBe(MESSAGES[`planItem_${modality.replaceAll('-', '_')}`]?.message);
  });
});

describe('sources', () => {
  it('five guides, and the literature', () => {
    const titles = (kind: 'guide' | 'literature') => Object.values(SOURCES).flatMap((one) => (one.kind === kind ? [one.title] : []));
    expect(titles('guide')).toEqual(['PALM Health', 'Svetness', 'ALYZE', 'Fleet Feet', 'The science of running recovery']);
    expect(titles('literature').map((title) => title.split(/[ :]/)[0])).toEqual(
      'Maia Wiśniowski Sherman Jäger Moore Kreider FDA Haghayegh AND, Lastella Mesas Skorski Lehrer Thamm Damas'.split(' '),
    );
  });

  it.each(Object.entries(SOURCES))('%s has the name and the year of its id', (id, { title }) => {
    const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (const part of id.split('-')) expect(plain).toContain(part);
  });

  it('are known by their ids', () => {
    expect(['palm-health', 'maia-2024', 'ours', 'trials', 'toString'].map(isLiteratureSource)).toEqual([true, true, false, false, false]);
  });
});

it('what is named and never planned, with what is said of it', () => {
  expect(NAMED_ONLY).toEqual([
    // Running recovery names it; a pharmacist is to be asked.
    { id: 'melatonin', guides: ['running-recovery'], steps: ['supplement_optional', 'ask_pharmacist'] },
    // ALYZE: the user's own values over time, without interpretation.
    { id: 'blood-work', guides: ['alyze'], steps: ['blood_own_values'] },
  ]);
});

it('the rules of water: never alone, after alcohol, head under or with held breath; out in time; rewarm before driving', () => {
  expect(WATER_RULES).toEqual([
    'never-alone',
    'not-after-alcohol',
    'head-above-water',
    'no-breath-holding',
    'out-when-numb-shivering-dizzy',
    'rewarm-before-driving',
  ]);
});

describe('equipment', () => {
  it('is what a modality or one of its kinds asks for', () => {
    const asked = MODALITIES.flatMap((modality) => {
      const { equipment, variants } = CATALOGUE[modality];
      return [...equipment.flat(), ...variants.flatMap((kind) => kind.equipment ?? [])];
    });
    expect([...new Set(asked)].sort()).toEqual([...EQUIPMENT].sort());
  });

  it('machines for gentle movement, as Running recovery names them', () => {
    expect(MACHINES).toEqual(['walking-pad', 'treadmill', 'stepper', 'elliptical', 'bike', 'desk-bike']);
  });
});
