import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTRAINDICATIONS,
  type Contraindication,
  type Exclusions,
  FOOD_FIGURES,
  type FoodFigure,
  findContraindications,
  findExclusions,
  type HealthState,
  MODALITIES,
  type Modality,
  reasonsAgainst,
  TREATMENT_CLASSES,
  type TreatmentClass,
} from '../../../../lib/catalogue';
import { REGIONS, type Region } from '../../../../lib/training';

const WELL: HealthState = { ticked: [], ill: false, injured: false, pain: [] };

/** The words of the table in docs/recovery-sources.md, "Who must not", and the modalities that each means. */
const BOOTS: readonly Modality[] = ['pneumatic-compression'];
const GARMENTS: readonly Modality[] = ['compression-garment', 'ice-compression'];
const GUN: readonly Modality[] = ['massage-gun'];
const BY_HAND: readonly Modality[] = ['massage-therapy', 'bed-massage'];
const ROLLING: readonly Modality[] = ['foam-rolling'];
const MASSAGE = [...GUN, ...BY_HAND, ...ROLLING];
const COLD_BATH: readonly Modality[] = ['cold-water-immersion'];
const CHAMBER: readonly Modality[] = ['cryotherapy'];
const CONTRAST: readonly Modality[] = ['contrast'];
const ALL_COLD: readonly Modality[] = [...COLD_BATH, ...CHAMBER, ...CONTRAST, 'local-cold', 'ice-compression'];
const SAUNA: readonly Modality[] = ['sauna'];
const INFRARED: readonly Modality[] = ['infrared'];
const WARM_BATH: readonly Modality[] = ['warm-bath'];
const ALL_HEAT = [...SAUNA, ...INFRARED, ...WARM_BATH, ...CONTRAST];
const LIGHT: readonly Modality[] = ['red-light'];
const PEMF: readonly Modality[] = ['pemf'];
const STRETCHING: readonly Modality[] = ['stretching'];
const PILLS: readonly Modality[] = ['creatine', 'tart-cherry'];

interface Row {
  readonly off?: readonly Modality[];
  readonly ask?: readonly Modality[];
  readonly classes?: readonly TreatmentClass[];
  readonly askClasses?: readonly TreatmentClass[];
  readonly figures?: readonly FoodFigure[];
  readonly askFigures?: readonly FoodFigure[];
}

const HEART: Row = {
  off: [...COLD_BATH, ...CHAMBER, ...CONTRAST, ...SAUNA, ...INFRARED],
  ask: [...BOOTS, ...WARM_BATH],
  classes: ['thermal'],
  askClasses: ['compression'],
};
const SKIN: Row = {
  off: [...COLD_BATH, ...WARM_BATH, ...SAUNA, ...CONTRAST, ...BOOTS, ...GARMENTS, ...MASSAGE, ...LIGHT],
  classes: ['compression', 'massage', 'percussion', 'light'],
};
const COLD_SKIN: Row = { off: ALL_COLD, classes: ['thermal'] };

/** The table, row by row, while nobody has said where, and no doctor has agreed. Fever has a test of its own. */
const TABLE: Readonly<Record<Exclude<Contraindication, 'fever' | 'peripheral-artery-disease'>, Row>> = {
  dvt: {
    off: [...BOOTS, ...GARMENTS, ...MASSAGE, ...ALL_HEAT],
    classes: ['compression', 'massage', 'percussion', 'thermal'],
    askClasses: ['belt', 'resistance'],
  },
  'recent-surgery': {
    off: [...BOOTS, ...MASSAGE, ...COLD_BATH, ...CHAMBER, ...ALL_HEAT],
    ask: [...GARMENTS, ...STRETCHING],
    classes: ['compression', 'massage', 'percussion', 'thermal'],
  },
  'acute-injury': {
    off: [...MASSAGE, ...BOOTS, 'ice-compression', ...ALL_HEAT, ...STRETCHING],
    classes: ['compression', 'massage', 'percussion', 'thermal'],
  },
  'open-wound': SKIN,
  'skin-infection': SKIN,
  'severe-oedema': {
    off: [...ALL_HEAT, ...MASSAGE],
    ask: BOOTS,
    classes: ['massage', 'percussion', 'thermal'],
    askClasses: ['compression'],
  },
  'heart-disease': HEART,
  'hypertension-uncontrolled': HEART,
  arrhythmia: HEART,
  syncope: HEART,
  'heart-rate-medicine': { ask: [...SAUNA, ...INFRARED, ...COLD_BATH, ...CONTRAST, ...PILLS] },
  pregnancy: {
    off: [...COLD_BATH, ...CHAMBER, ...CONTRAST, ...SAUNA, ...INFRARED, ...PEMF, ...PILLS],
    ask: [...BOOTS, ...GUN, ...WARM_BATH],
    classes: ['thermal'],
    askClasses: ['compression', 'percussion'],
  },
  raynaud: COLD_SKIN,
  'cold-urticaria': COLD_SKIN,
  'reduced-sensation': {
    off: [...ALL_COLD, ...ALL_HEAT, ...GUN, ...BOOTS],
    classes: ['thermal', 'percussion', 'compression'],
  },
  anticoagulant: {
    off: GUN,
    ask: [...BY_HAND, ...ROLLING, ...BOOTS, ...PILLS],
    classes: ['percussion'],
    askClasses: ['massage', 'compression'],
  },
  'active-cancer': {
    off: [...GUN, ...PEMF, ...LIGHT],
    ask: [...BY_HAND, ...BOOTS, ...ALL_HEAT],
    classes: ['percussion', 'light'],
    askClasses: ['massage', 'compression', 'thermal'],
  },
  'implanted-device': { off: PEMF, ask: GUN, askClasses: ['percussion'] },
  photosensitivity: { off: LIGHT, classes: ['light'] },
  'photosensitising-medicine': { off: LIGHT, ask: [...SAUNA, ...INFRARED, ...PILLS], classes: ['light'] },
  epilepsy: { off: [...LIGHT, ...COLD_BATH, ...WARM_BATH, ...CONTRAST, ...SAUNA], classes: ['light'] },
  'kidney-disease': { off: ['protein', ...PILLS], askFigures: ['fluid-figures'] },
  diabetes: { ask: SAUNA, askFigures: ['carbohydrate-figures'] },
  'eating-disorder': { figures: FOOD_FIGURES },
  fasting: {},
  'under-18': { off: [...SAUNA, ...INFRARED, ...COLD_BATH, ...CONTRAST, ...CHAMBER, ...PILLS] },
};

const sorted = (codes: Iterable<string>) => [...new Set(codes)].sort();

/** What a map excludes, split into off and ask. */
function split(found: ReadonlyMap<string, readonly { readonly askDoctor: boolean }[]>): readonly [string[], string[]] {
  const of = (ask: boolean) =>
    sorted([...found].filter(([, reasons]) => reasons.every((one) => one.askDoctor === ask)).map(([key]) => key));
  return [of(false), of(true)];
}

const places = ({ places: found }: Exclusions) =>
  Object.fromEntries([...found].map(([modality, there]) => [modality, sorted(there.keys())]));

describe('who must not', () => {
  it.each(Object.entries(TABLE) as [Contraindication, Row][])('%s: what is off, and what a doctor is asked about', (tick, row) => {
    const found = findExclusions({ ...WELL, ticked: [tick] });
    expect(split(found.modalities)).toEqual([sorted(row.off ?? []), sorted(row.ask ?? [])]);
    expect(split(found.classes)).toEqual([sorted(row.classes ?? []), sorted(row.askClasses ?? [])]);
    expect(split(found.figures)).toEqual([sorted(row.figures ?? []), sorted(row.askFigures ?? [])]);
    expect(places(found)).toEqual({});
    for (const reasons of [...found.modalities.values(), ...found.classes.values()])
      expect(reasons.map(({ rule }) => rule)).toEqual([tick]);
  });

  it.each(Object.entries(TABLE) as [Contraindication, Row][])(
    '%s: a doctor’s word lifts what was asked, and nothing that is off',
    (tick, row) => {
      const found = findExclusions({ ...WELL, ticked: [tick], doctorAgreed: [tick] });
      expect(split(found.modalities)).toEqual([sorted(row.off ?? []), []]);
      expect(split(found.classes)).toEqual([sorted(row.classes ?? []), []]);
      expect(split(found.figures)).toEqual([sorted(row.figures ?? []), []]);
    },
  );

  it('names every tick once', () => {
    expect(sorted([...Object.keys(TABLE), 'fever', 'peripheral-artery-disease'])).toEqual(sorted(CONTRAINDICATIONS));
    expect(new Set(CONTRAINDICATIONS).size).toBe(CONTRAINDICATIONS.length);
  });

  it.each([{ ticked: ['fever'] as const }, { ill: true }])('ill or feverish: all but sleep, rest, fluids, food (%o)', (user) => {
    const found = findExclusions({ ...WELL, ...user });
    const left = MODALITIES.filter((one) => !found.modalities.has(one));
    expect(sorted(left)).toEqual(['carbohydrate', 'fluids', 'protein', 'rest-day', 'sleep']);
    expect(sorted(found.classes.keys())).toEqual(sorted(TREATMENT_CLASSES));
    for (const reasons of found.modalities.values()) expect(reasons.map(({ askDoctor }) => askDoctor)).toEqual([false]);
  });

  it('disease of the leg arteries: gun and roller not on the legs', () => {
    const found = findExclusions({ ...WELL, ticked: ['peripheral-artery-disease'] });
    expect(split(found.modalities)).toEqual([sorted([...BOOTS, ...GARMENTS, ...ALL_COLD, ...ALL_HEAT]), []]);
    expect(split(found.classes)).toEqual([['compression', 'thermal'], []]);
    const above: readonly Region[] = ['neck', 'shoulders', 'arms', 'chest', 'upper-back', 'lower-back', 'core'];
    const legs = sorted(REGIONS.filter((region) => !above.includes(region)));
    expect(places(found)).toEqual({ 'massage-gun': legs, 'foam-rolling': legs });
  });

  it('heart-rate medicine, and nothing else, turns heart-rate caps off', () => {
    for (const tick of CONTRAINDICATIONS) {
      expect(findExclusions({ ...WELL, ticked: [tick], doctorAgreed: [tick] }).heartRateCap, tick).toBe(tick !== 'heart-rate-medicine');
    }
  });

  it('whoever asks what rules a modality out hears every tick that does', () => {
    const rows = Object.entries(TABLE) as [Contraindication, Row][];
    const against = (modality: Modality) =>
      rows.filter(([, { off = [], ask = [] }]) => [...off, ...ask].includes(modality)).map(([tick]) => tick);
    expect(sorted(findContraindications('massage-gun'))).toEqual(sorted(['fever', 'peripheral-artery-disease', ...against('massage-gun')]));
    expect(sorted(findContraindications('creatine'))).toEqual(sorted(['fever', ...against('creatine')]));
  });
});

describe('a tick that has a place', () => {
  const CALVES = { 'acute-injury': ['calves'], 'open-wound': ['calves'], 'implanted-device': ['chest'] } as const;

  it('an injury: what can go round it is off there only; what is worn on it, or warms the whole body, is off', () => {
    const found = findExclusions({ ...WELL, ticked: ['acute-injury'], places: CALVES });
    expect(split(found.modalities)).toEqual([sorted([...BOOTS, 'bed-massage', ...ALL_HEAT]), []]);
    const calves = ['calves'];
    expect(places(found)).toEqual({
      'massage-gun': calves,
      'massage-therapy': calves,
      'foam-rolling': calves,
      'ice-compression': calves,
      stretching: calves,
    });
    expect(split(found.classes)).toEqual([['compression', 'massage', 'thermal'], []]);
    expect(reasonsAgainst(found, 'local-cold', 'calves')).toEqual([]);
  });

  it('an injury of the shoulder leaves the boots', () => {
    const found = findExclusions({ ...WELL, ticked: ['acute-injury'], places: { 'acute-injury': ['shoulders'] } });
    expect(found.modalities.has('pneumatic-compression')).toBe(false);
    expect(found.classes.has('compression')).toBe(false);
  });

  it('an injury of this morning is the ticked one, with its place', () => {
    const only = findExclusions({ ...WELL, injured: true });
    const ticked = findExclusions({ ...WELL, ticked: ['acute-injury'] });
    expect(sorted(only.modalities.keys())).toEqual(sorted(ticked.modalities.keys()));
    const both = findExclusions({ ...WELL, injured: true, ticked: ['acute-injury'], places: CALVES });
    expect(both.modalities.has('stretching')).toBe(false);
    expect(reasonsAgainst(both, 'stretching', 'calves').map(({ rule }) => rule)).toEqual(['acute-injury', 'injured']);
  });

  it('a place without its tick says nothing of an injury of this morning', () => {
    expect(findExclusions({ ...WELL, injured: true, places: CALVES }).modalities.has('stretching')).toBe(true);
  });

  it('a wound: no bath anywhere; what presses, rubs or shines not over it', () => {
    const found = findExclusions({ ...WELL, ticked: ['open-wound'], places: CALVES });
    expect(split(found.modalities)[0]).toEqual(
      sorted([...COLD_BATH, ...WARM_BATH, ...SAUNA, ...CONTRAST, ...BOOTS, 'compression-garment', 'bed-massage', ...LIGHT]),
    );
    expect(places(found)['massage-gun']).toEqual(['calves']);
  });

  it('an implanted device: a gun near it only after a doctor’s word', () => {
    const found = findExclusions({ ...WELL, ticked: ['implanted-device'], places: CALVES });
    expect(reasonsAgainst(found, 'massage-gun', 'chest')).toEqual([{ rule: 'implanted-device', askDoctor: true }]);
    expect(reasonsAgainst(found, 'massage-gun', 'calves')).toEqual([]);
  });
});

describe('property', () => {
  const ticks = fc.subarray([...CONTRAINDICATIONS]);
  const agreed = fc.subarray([...CONTRAINDICATIONS]);
  const regions = fc.subarray([...REGIONS]);
  const where = fc.record({ 'acute-injury': regions, 'open-wound': regions, 'skin-infection': regions, 'implanted-device': regions });
  const state = fc.record({ ticked: ticks, doctorAgreed: agreed, places: where, ill: fc.boolean(), injured: fc.boolean() });

  /** Whether a modality may be used at a region. */
  const allows = (found: Exclusions, modality: Modality, region: Region) => reasonsAgainst(found, modality, region).length === 0;

  it('more ticks never allow more', () => {
    fc.assert(
      fc.property(state, fc.constantFrom(...CONTRAINDICATIONS), (before, tick) => {
        // A place belongs to the tick that it was given with: an injury that is ticked now says no more than one that was answered.
        fc.pre(!(tick === 'acute-injury' && before.injured));
        const less = findExclusions({ ...WELL, ...before, ticked: before.ticked.filter((one) => one !== tick) });
        const more = findExclusions({ ...WELL, ...before, ticked: [...before.ticked, tick] });
        for (const modality of MODALITIES)
          for (const region of REGIONS) if (allows(more, modality, region)) expect(allows(less, modality, region)).toBe(true);
        for (const one of less.classes.keys()) expect(more.classes.has(one)).toBe(true);
        for (const one of less.figures.keys()) expect(more.figures.has(one)).toBe(true);
      }),
    );
  });

  it('a doctor’s word never lifts what is off', () => {
    fc.assert(
      fc.property(state, (user) => {
        const before = findExclusions({ ...WELL, ...user, doctorAgreed: [] });
        const after = findExclusions({ ...WELL, ...user });
        for (const map of ['modalities', 'classes', 'figures'] as const) {
          for (const [key, reasons] of before[map]) {
            const off = reasons.filter(({ askDoctor }) => !askDoctor);
            expect((after[map] as ReadonlyMap<string, typeof reasons>).get(key)?.filter(({ askDoctor }) => !askDoctor) ?? []).toEqual(off);
          }
        }
      }),
    );
  });

  it('saying where never allows the place itself', () => {
    fc.assert(
      fc.property(state, (user) => {
        const found = findExclusions({ ...WELL, ...user });
        const everywhere = findExclusions({ ...WELL, ...user, places: {} });
        for (const tick of user.ticked.filter((one): one is 'acute-injury' => one === 'acute-injury')) {
          for (const region of user.places[tick]) {
            for (const modality of MODALITIES) {
              const rules = (of: Exclusions) => reasonsAgainst(of, modality, region).some(({ rule }) => rule === tick);
              if (rules(everywhere) && modality !== 'pneumatic-compression') expect(rules(found), `${modality} ${region}`).toBe(true);
            }
          }
        }
      }),
    );
  });
});

describe('where it hurts', () => {
  const CALVES = findExclusions({ ...WELL, pain: [{ region: 'calves', signs: ['one-sided'] }] });
  const reason = { rule: 'pain-one-sided', askDoctor: false };

  it('boots, garments and a massage bed, which cannot go round it, are off; as devices too', () => {
    expect(CALVES.modalities.get('pneumatic-compression')).toEqual([reason]);
    expect(CALVES.modalities.get('compression-garment')).toEqual([reason]);
    expect(sorted(CALVES.classes.keys())).toEqual(['compression', 'massage']);
  });

  it.each(REGIONS)('boots are off where they lie: %s', (region) => {
    const off = findExclusions({ ...WELL, pain: [{ region, signs: ['sudden'] }] }).modalities;
    const above = ['neck', 'shoulders', 'arms', 'chest', 'upper-back', 'lower-back', 'core'].includes(region);
    expect([off.has('pneumatic-compression'), off.has('bed-massage')]).toEqual([!above, true]);
  });

  it('what touches one place is off there only, for each reason that there is', () => {
    expect(reasonsAgainst(CALVES, 'stretching', 'calves')).toEqual([reason]);
    expect(reasonsAgainst(CALVES, 'stretching', 'quads')).toEqual([]);
    expect(reasonsAgainst(CALVES, 'stretching')).toEqual([]);
    const and = findExclusions({ ...WELL, ticked: ['dvt'], pain: [{ region: 'calves', signs: ['one-sided'] }] });
    expect(reasonsAgainst(and, 'massage-gun', 'calves').map(({ rule }) => rule)).toEqual(['dvt', 'pain-one-sided']);
  });
});
