import { describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry, MODALITIES, type Modality } from '../../../../lib/catalogue';
import { REGIONS } from '../../../../lib/training';

/** Modality by modality: what it needs, its kinds with what they need, and what the user is told, in order. */
interface Practice {
  /** Sets of equipment; any one of them is enough. Left out: nothing is needed. */
  readonly needs?: string;
  /** A kind, what it needs in brackets, and its own steps after a colon. */
  readonly kinds?: readonly string[];
  readonly steps?: string;
}

const WATER = 'water_not_alone water_head water_out water_rewarm';
const ON_FOOT = ['jog', 'walk', 'cycle', 'yoga'];
const SUPPLEMENT = 'supplement_optional supplement_label';

const PRACTICE: Readonly<Record<Modality, Practice>> = {
  'active-recovery': {
    kinds: [...ON_FOOT, 'machine (walking-pad|treadmill|stepper|elliptical|bike|desk-bike): machine_gentle machine_heart_rate'],
    steps: 'easy_pace stop_if_worse',
  },
  'bed-massage': {},
  breathwork: { steps: 'breath_slow breath_dark breath_not_water' },
  carbohydrate: { kinds: ['meal: carb_before carb_snack carb_during', 'refuel: carb_after', 'snack', 'meals', 'between'] },
  'cold-water-immersion': { needs: 'cold-bath', kinds: ['immersion', 'ice-bath', 'cold-shower: shower_legs'], steps: `${WATER} cold_pair` },
  'compression-garment': { needs: 'compression-garment', kinds: ['socks', 'sleeves', 'tights'], steps: 'garment_fit garment_after' },
  contrast: {
    needs: 'sauna+cold-bath, warm-bath+cold-bath',
    kinds: ['sauna (sauna): contrast_sauna', 'warm-bath (warm-bath): contrast_bath'],
    steps: `contrast_order ${WATER} heat_no_alcohol`,
  },
  'cool-down': { kinds: ON_FOOT, steps: 'easy_pace few_minutes' },
  creatine: { steps: SUPPLEMENT },
  cryotherapy: { needs: 'cryo-chamber', steps: 'cryo_staffed cryo_not_cleared' },
  fluids: { steps: 'drink_thirst drink_no_gain drink_sodium drink_warning' },
  'foam-rolling': {
    needs: 'foam-roller, massage-stick',
    kinds: ['foam-roller (foam-roller)', 'massage-stick (massage-stick): stick_roll'],
    steps: 'roll_where_not roll_sore',
  },
  'ice-compression': { needs: 'ice-pack+compression-garment', steps: 'ice_cloth ice_look ice_fifteen' },
  infrared: { needs: 'infrared-sauna', steps: 'infrared_after_cold heat_out heat_no_alcohol' },
  'kinesiology-tape': { needs: 'tape', steps: 'tape_event tape_then_garment' },
  'local-cold': {
    needs: 'ice-pack',
    kinds: ['ice-pack', 'knee-wrap', 'circulating-machine', 'spray: spray_skin'],
    steps: 'ice_cloth ice_look local_cold_timed',
  },
  'massage-gun': {
    needs: 'massage-gun',
    kinds: ['vibration', 'percussion'],
    steps: 'gun_lowest gun_attachment gun_two_minutes gun_bellies gun_where_not gun_no_pain gun_vibration gun_doctor',
  },
  'massage-therapy': {
    kinds: ['by-hand', 'soft-tissue', 'instrument-assisted', 'cupping', 'strain-counterstrain', 'trigger-points', 'stretch-therapy'],
    steps: 'massage_book massage_say',
  },
  mobility: { steps: 'mobility_range stretch_no_pain' },
  pemf: { needs: 'pemf', steps: 'pemf_maker' },
  nap: { steps: 'nap_early nap_alarm' },
  'pneumatic-compression': { needs: 'compression-boots', kinds: ['boots', 'sleeves'], steps: 'boots_lie boots_usual_level boots_stop' },
  protein: { steps: 'protein_spread protein_foods' },
  'red-light': { needs: 'red-light', steps: 'light_eyes light_maker' },
  'rest-day': { steps: 'rest_nothing_hard rest_or_easy' },
  sauna: { needs: 'sauna', steps: 'sauna_drink heat_out heat_no_alcohol' },
  sleep: { steps: 'sleep_regular sleep_dark sleep_screens' },
  stretching: { kinds: ['static: stretch_hold', 'dynamic: stretch_dynamic'], steps: 'stretch_no_pain' },
  'tart-cherry': { steps: SUPPLEMENT },
  'warm-bath': { needs: 'warm-bath', kinds: ['plain', 'epsom-salts'], steps: 'bath_warm heat_out heat_no_alcohol' },
};

function toPractice({ equipment, variants, steps }: CatalogueEntry): Required<Practice> {
  return {
    needs: equipment.map((set) => set.join('+')).join(', '),
    kinds: variants.map((kind) => {
      const needs = kind.equipment === undefined ? '' : ` (${kind.equipment.join('|')})`;
      return `${kind.id}${needs}${kind.steps === undefined ? '' : `: ${kind.steps.join(' ')}`}`;
    }),
    steps: steps.join(' '),
  };
}

it.each(MODALITIES)('%s: what it needs, its kinds, and what the user is told', (modality) => {
  expect(toPractice(CATALOGUE[modality])).toEqual({ needs: '', kinds: [], steps: '', ...PRACTICE[modality] });
});

const those = (has: (entry: CatalogueEntry) => boolean) => MODALITIES.filter((modality) => has(CATALOGUE[modality])).sort();

describe('how often', () => {
  it.each([
    // Before and after, of one workout.
    [2, ['compression-garment', 'cool-down', 'foam-rolling', 'kinesiology-tape', 'pneumatic-compression', 'stretching']],
    // The night that ends and the one that begins.
    [2, ['sleep']],
    [4, ['protein']],
    [6, ['carbohydrate']],
    [8, ['fluids']],
  ] as const)('at most %d times on a day: %j', (perDay, modalities) => {
    for (const modality of modalities) expect(CATALOGUE[modality].perDay, modality).toBe(perDay);
  });

  it('everything else at most once on a day', () => {
    expect(those(({ perDay }) => perDay !== 1)).toEqual(
      [
        'carbohydrate',
        'compression-garment',
        'cool-down',
        'fluids',
        'foam-rolling',
        'kinesiology-tape',
        'pneumatic-compression',
        'protein',
        'sleep',
        'stretching',
      ].sort(),
    );
  });

  it('massage and mobility three times a week (Svetness), and nothing else has a limit of its own for the week', () => {
    expect(those(({ perWeek }) => perWeek === 3)).toEqual(['massage-therapy', 'mobility']);
    expect(those(({ perWeek }) => perWeek !== undefined)).toEqual(['massage-therapy', 'mobility']);
  });

  it('of what is ahead: one massage, two of mobility and PEMF', () => {
    const ahead = MODALITIES.flatMap((modality) => {
      const { mostAhead } = CATALOGUE[modality];
      return mostAhead === undefined ? [] : [[modality, mostAhead]];
    });
    expect(Object.fromEntries(ahead)).toEqual({ 'massage-therapy': 1, mobility: 2, pemf: 2 });
  });
});

it('food, drink, sleep, rest, garments and tape take no time of their own', () => {
  expect(those(({ counts }) => !counts)).toEqual([
    'carbohydrate',
    'compression-garment',
    'creatine',
    'fluids',
    'kinesiology-tape',
    'protein',
    'rest-day',
    'sleep',
    'tart-cherry',
  ]);
});

describe('where on the body', () => {
  it('what aims at one place names it', () => {
    expect(those(({ local }) => local)).toEqual([
      'foam-rolling',
      'ice-compression',
      'kinesiology-tape',
      'local-cold',
      'massage-gun',
      'stretching',
    ]);
  });

  it('a gun and a roller go to the legs where nothing else is known', () => {
    for (const modality of ['massage-gun', 'foam-rolling'] as const)
      expect(CATALOGUE[modality].usualRegions).toEqual(['calves', 'quads', 'hamstrings']);
    expect(those(({ usualRegions }) => usualRegions !== undefined)).toEqual(['foam-rolling', 'massage-gun']);
  });

  it('a gun and a roller are for muscle bellies: never neck, shins or knees', () => {
    for (const modality of ['massage-gun', 'foam-rolling'] as const)
      expect(CATALOGUE[modality].neverRegions).toEqual(['neck', 'shins', 'knees']);
    expect(those(({ neverRegions }) => neverRegions !== undefined)).toEqual(['foam-rolling', 'massage-gun']);
  });

  it.each([
    ['massage-gun', 'neck throat head spine bone joint groin varicose-veins numb-skin fresh-injury unexplained-calf-pain painful-spot'],
    ['foam-rolling', 'bone joint varicose-veins fresh-injury'],
    ['ice-compression', 'fresh-injury numb-skin'],
    ['local-cold', 'numb-skin'],
    ['infrared', 'fresh-injury'],
    ['red-light', 'eyes'],
  ] as const)('%s keeps off: %s', (modality, sites) => {
    expect(CATALOGUE[modality].notOn?.join(' ')).toBe(sites);
  });

  it('boots cover the legs, garments the limbs, a massage bed the whole body, and nothing else covers anything', () => {
    expect(CATALOGUE['bed-massage'].covers).toEqual(REGIONS);
    const legs = ['hips', 'glutes', 'quads', 'hamstrings', 'adductors', 'calves', 'shins', 'feet', 'knees'];
    expect([...(CATALOGUE['pneumatic-compression'].covers ?? [])].sort()).toEqual(legs.sort());
    expect([...(CATALOGUE['compression-garment'].covers ?? [])].sort()).toEqual(['arms', ...legs].sort());
    expect(those(({ covers }) => covers !== undefined)).toEqual(['bed-massage', 'compression-garment', 'pneumatic-compression']);
  });

  it('the one question comes before boots and every massage', () => {
    expect(those(({ asksOneTap }) => asksOneTap === true)).toEqual([
      'bed-massage',
      'foam-rolling',
      'massage-gun',
      'massage-therapy',
      'pneumatic-compression',
    ]);
  });
});
