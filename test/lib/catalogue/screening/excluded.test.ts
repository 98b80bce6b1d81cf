import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTRAINDICATIONS,
  type Contraindication,
  findExclusions,
  type HealthState,
  isUnder18,
  MODALITIES,
  type Modality,
  reasonsAgainst,
  sitesNot,
  toHealthState,
} from '../../../../lib/catalogue';
import { type CheckIn, judgeHealth, PAIN_SIGNS } from '../../../../lib/readiness';

const WELL: HealthState = { ticked: [], ill: false, injured: false, pain: [] };
const off = (user: Partial<HealthState>) => [...findExclusions({ ...WELL, ...user }).modalities.keys()].sort();
const tick = (...ticked: Contraindication[]) => off({ ticked });
const classes = (...ticked: Contraindication[]) => [...findExclusions({ ...WELL, ticked }).classes.keys()].sort();

/** docs/recovery-sources.md, "Who must not". */
const COMPRESSION: Modality[] = ['pneumatic-compression', 'compression-garment', 'ice-compression'];
const MASSAGE: Modality[] = ['massage-gun', 'massage-therapy'];
const COLD: Modality[] = ['cold-water-immersion', 'local-cold', 'contrast'];
const HEAT: Modality[] = ['sauna', 'infrared', 'warm-bath', 'contrast'];

describe('an injury', () => {
  const places = fc.uniqueArray(
    fc.record({ region: fc.constantFrom('knees', 'calves'), level: fc.nat(10), signs: fc.subarray([...PAIN_SIGNS]) }),
    { selector: ({ region }) => region, maxLength: 2 },
  ) as fc.Arbitrary<CheckIn['pain']>;

  it('property: rules massage and compression out everywhere where the verdict names it, and a pain only where it hurts', () => {
    const ticks = fc.subarray([...CONTRAINDICATIONS]);
    fc.assert(
      fc.property(ticks, fc.boolean(), places, (ticked, injured, pain) => {
        const said = { ill: false, injured, pain };
        const causes = judgeHealth(ticked, said).injured;
        const exclusions = findExclusions(toHealthState(ticked, said));
        const rules = reasonsAgainst(exclusions, 'massage-gun').map(({ rule }) => rule);
        for (const cause of causes) if (cause !== 'pain') expect(rules).toContain(cause);
        expect(exclusions.regions.size > 0).toBe(causes.includes('pain'));
        if (causes.join() === 'pain' && ticked.length === 0) expect(rules).toEqual([]);
      }),
    );
  });
});

describe('what excludes what', () => {
  it.each(['dvt', 'recent-surgery', 'acute-injury', 'open-wound', 'skin-infection', 'fever'] as const)(
    '%s: excludes compression, massage',
    (one) => {
      expect(tick(one)).toEqual(expect.arrayContaining([...COMPRESSION, ...MASSAGE]));
      expect(classes(one)).toEqual(expect.arrayContaining(['compression', 'massage', 'percussion']));
    },
  );

  it.each(['heart-disease', 'hypertension-uncontrolled', 'arrhythmia', 'pregnancy'] as const)(
    '%s: excludes cold, heat, cryotherapy',
    (one) => {
      expect(tick(one)).toEqual(expect.arrayContaining([...COLD, ...HEAT, 'cryotherapy']));
      expect(classes(one)).toContain('thermal');
      expect(tick(one)).not.toContain('massage-gun');
    },
  );

  it.each(['raynaud', 'cold-urticaria', 'reduced-sensation', 'peripheral-artery-disease'] as const)(
    '%s: excludes cold, compression',
    (one) => {
      expect(tick(one)).toEqual(expect.arrayContaining([...COLD, ...COMPRESSION]));
      expect(classes(one)).toEqual(expect.arrayContaining(['compression', 'thermal']));
      expect(tick(one)).not.toContain('sauna');
    },
  );

  it.each(['anticoagulant', 'active-cancer'] as const)('%s: excludes the massage gun unless a doctor allows it', (one) => {
    expect(findExclusions({ ...WELL, ticked: [one] }).modalities.get('massage-gun')).toEqual([{ rule: one, askDoctor: true }]);
    expect(classes(one)).toEqual(['percussion']);
  });

  it('implanted device: electrical, PEMF; pregnancy: PEMF too', () => {
    expect(tick('implanted-device')).toEqual(['pemf']);
    expect(tick('pregnancy')).toContain('pemf');
  });

  it.each(['photosensitivity', 'photosensitising-medicine', 'epilepsy'] as const)('%s: light', (one) => {
    expect(tick(one)).toContain('red-light');
    expect(classes(one)).toEqual(['light']);
  });

  it('kidney disease: protein targets', () => {
    expect(tick('kidney-disease')).toEqual(['protein']);
  });

  it('under 18: no sauna, plunge, cryotherapy, supplements', () => {
    expect(tick('under-18')).toEqual(
      expect.arrayContaining(['sauna', 'cold-water-immersion', 'contrast', 'cryotherapy', 'creatine', 'tart-cherry']),
    );
    expect(classes('under-18')).toEqual([]);
  });

  it('heart-rate medicine: excludes the heart-rate loop', () => {
    expect(findExclusions({ ...WELL, ticked: ['heart-rate-medicine'] }).heartRateCap).toBe(false);
    expect(findExclusions(WELL).heartRateCap).toBe(true);
    expect(classes('heart-rate-medicine')).toEqual([]);
  });

  it.each([{ ill: true }, { ticked: ['fever'] as const }])('ill or feverish: leaves only sleep, a rest day, fluids, food (%o)', (user) => {
    const left = MODALITIES.filter((one) => !off(user).includes(one));
    expect(left.sort()).toEqual(['carbohydrate', 'fluids', 'protein', 'rest-day', 'sleep']);
    expect(findExclusions({ ...WELL, ...user }).classes.size).toBe(7);
  });

  it('no answer excludes nothing; every ticked answer excludes something or switches something off', () => {
    expect([off({}), [...findExclusions(WELL).classes], [...findExclusions(WELL).regions]]).toEqual([[], [], []]);
    for (const one of CONTRAINDICATIONS) expect(tick(one).length, one).toBeGreaterThan(0);
  });

  it('names every rule that applied, once', () => {
    const { modalities } = findExclusions({ ...WELL, ticked: ['dvt', 'raynaud'], injured: true });
    expect(modalities.get('pneumatic-compression')?.map(({ rule }) => rule)).toEqual(['dvt', 'raynaud', 'injured']);
  });
});

describe('pain', () => {
  const user = { ...WELL, pain: [{ region: 'calves' as const, signs: ['sudden', 'swollen'] as const }] };

  it('that is sudden, one-sided or swollen excludes what treats that place, and boots, which cannot avoid it', () => {
    const exclusions = findExclusions(user);
    expect(reasonsAgainst(exclusions, 'massage-gun', 'calves').map(({ rule }) => rule)).toEqual(['pain-sudden', 'pain-swollen']);
    expect(reasonsAgainst(exclusions, 'massage-gun', 'quads')).toEqual([]);
    expect(reasonsAgainst(exclusions, 'pneumatic-compression')).not.toEqual([]);
    expect(reasonsAgainst(exclusions, 'sauna', 'calves')).toEqual([]);
  });

  it('without any of these signs excludes nothing', () => {
    const pain = [{ region: 'calves' as const, level: 6, signs: [] }];
    expect(findExclusions(toHealthState([], { ill: false, injured: false, pain })).regions.size).toBe(0);
  });

  it('in the shoulder does not exclude boots', () => {
    // The whole body lies on a massage bed.
    expect(off({ pain: [{ region: 'shoulders', signs: ['sudden'] }] })).toEqual(['bed-massage']);
  });
});

describe('age', () => {
  it('of a user who may still be 17 counts as under 18', () => {
    expect([isUnder18(2008, 2026), isUnder18(2007, 2026), isUnder18(null, 2026)]).toEqual([true, false, false]);
    expect(toHealthState([], null, { birthYear: 2010, year: 2026 }).ticked).toEqual(['under-18']);
  });
});

describe('where not', () => {
  it('of a massage gun are those of docs/recovery-sources.md', () => {
    expect(sitesNot('massage-gun')).toEqual(
      expect.arrayContaining(['neck', 'throat', 'head', 'spine', 'bone', 'joint', 'groin', 'varicose-veins', 'numb-skin', 'fresh-injury']),
    );
    expect(sitesNot('massage-gun', 'calves')).toEqual(
      expect.arrayContaining(['unexplained-calf-pain', 'varicose-veins', 'numb-skin', 'painful-spot']),
    );
    expect(sitesNot('massage-gun', 'calves')).not.toContain('spine');
    expect(sitesNot('sleep')).toEqual([]);
  });
});
