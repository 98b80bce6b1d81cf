import { describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry, MODALITIES } from '../../../../lib/catalogue';

const those = (has: (entry: CatalogueEntry) => boolean) => MODALITIES.filter((modality) => has(CATALOGUE[modality])).sort();

describe('how it is timed', () => {
  it.each([
    ['listed', 'cold-water-immersion contrast foam-rolling ice-compression massage-gun pneumatic-compression sauna warm-bath'],
    ['from-plan', 'active-recovery cool-down infrared local-cold mobility pemf red-light stretching'],
    ['pacer', 'breathwork'],
    [
      'none',
      'bed-massage carbohydrate compression-garment creatine cryotherapy fluids kinesiology-tape massage-therapy nap protein rest-day sleep tart-cherry',
    ],
  ] as const)('%s: %s', (timer, modalities) => {
    expect(those((entry) => entry.timer === timer).join(' ')).toBe(modalities);
  });

  it('cold water is cold; sauna, infrared and warm bath are heat; in turn it is said by each stage', () => {
    expect(those(({ exposure }) => exposure === 'cold')).toEqual(['cold-water-immersion']);
    expect(those(({ exposure }) => exposure === 'heat')).toEqual(['infrared', 'sauna', 'warm-bath']);
  });

  it('the first three times in cold water and in a sauna are for beginners’ doses', () => {
    expect(those(({ firstTimes }) => firstTimes !== undefined)).toEqual(['cold-water-immersion', 'contrast', 'sauna']);
    for (const modality of ['cold-water-immersion', 'contrast', 'sauna'] as const) expect(CATALOGUE[modality].firstTimes).toBe(3);
  });
});

it('devices carry these out: at which level, and how slowly it is reached', () => {
  const uses = MODALITIES.flatMap((modality) =>
    (CATALOGUE[modality].devices ?? []).map(
      (use) => `${modality}: ${use.class} at ${use.level}${use.rampS === undefined ? '' : ` in ${use.rampS} s`}`,
    ),
  );
  expect(uses).toEqual([
    'active-recovery: belt at usual-or-lowest in 60 s',
    'active-recovery: resistance at usual-or-lowest in 60 s',
    'bed-massage: massage at usual-or-lowest in 30 s',
    'massage-gun: percussion at lowest',
    'pneumatic-compression: compression at usual in 60 s',
    'red-light: light at lowest',
  ]);
});

it('sessions that are ready without a plan', () => {
  const presets = MODALITIES.flatMap((modality) =>
    (CATALOGUE[modality].presets ?? []).map(
      ({ id, doseId, regions }) => `${id}: ${modality} ${doseId}${regions ? ` to ${regions.join(' ')}` : ''}`,
    ),
  );
  expect(presets.sort()).toEqual([
    'bed-massage: bed-massage session',
    'boots-legs: pneumatic-compression trials',
    'gun-calves: massage-gun one-muscle to calves',
    'gun-hamstrings: massage-gun one-muscle to hamstrings',
    'gun-legs: massage-gun three-muscles to calves quads hamstrings',
    'gun-quads: massage-gun one-muscle to quads',
    'panel: red-light panel',
    'walking-pad: active-recovery gentle-machine',
  ]);
});
