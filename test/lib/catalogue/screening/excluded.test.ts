import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTRAINDICATIONS,
  findExclusions,
  type HealthState,
  isUnder18,
  reasonsAgainst,
  sitesNot,
  toHealthState,
} from '../../../../lib/catalogue';
import { type CheckIn, judgeHealth, PAIN_SIGNS } from '../../../../lib/readiness';

const WELL: HealthState = { ticked: [], ill: false, injured: false, pain: [] };
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
        expect(exclusions.places.size > 0).toBe(causes.includes('pain') || ticked.includes('peripheral-artery-disease'));
        if (causes.join() === 'pain' && ticked.length === 0) expect(rules).toEqual([]);
      }),
    );
  });
});

describe('reasons', () => {
  it('name every rule that applied, once', () => {
    const { modalities } = findExclusions({ ...WELL, ticked: ['dvt', 'dvt', 'peripheral-artery-disease'], injured: true });
    expect(modalities.get('pneumatic-compression')?.map(({ rule }) => rule)).toEqual(['dvt', 'peripheral-artery-disease', 'injured']);
  });

  it('of nothing said are none', () => {
    const { modalities, classes, places, figures } = findExclusions(WELL);
    expect([modalities.size, classes.size, places.size, figures.size]).toEqual([0, 0, 0, 0]);
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
    expect(findExclusions(toHealthState([], { ill: false, injured: false, pain })).places.size).toBe(0);
  });

  it('in the shoulder does not exclude boots', () => {
    // The whole body lies on a massage bed.
    const { modalities } = findExclusions({ ...WELL, pain: [{ region: 'shoulders', signs: ['sudden'] }] });
    expect([...modalities.keys()]).toEqual(['bed-massage']);
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
