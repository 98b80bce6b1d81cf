import { describe, expect, it } from 'vitest';
import {
  CONTRAINDICATIONS,
  type Contraindication,
  findContraindications,
  findExclusions,
  type HealthState,
  type Modality,
  reasonsAgainst,
  type TreatmentClass,
  toReason,
} from '../../../../lib/catalogue';
import { REGIONS } from '../../../../lib/training';

const WELL: HealthState = { ticked: [], ill: false, injured: false, pain: [] };
const COMPRESSION: readonly Modality[] = ['pneumatic-compression', 'compression-garment', 'ice-compression'];
const MASSAGE: readonly Modality[] = ['massage-gun', 'massage-therapy', 'foam-rolling', 'bed-massage'];
const COLD: readonly Modality[] = ['cold-water-immersion', 'contrast', 'cryotherapy', 'local-cold', 'ice-compression'];
const HEAT: readonly Modality[] = ['sauna', 'infrared', 'warm-bath', 'contrast'];
const PLUNGES: readonly Modality[] = ['sauna', 'infrared', 'cold-water-immersion', 'contrast', 'cryotherapy'];
const SUPPLEMENTS: readonly Modality[] = ['creatine', 'tart-cherry'];
const PRESSED: readonly TreatmentClass[] = ['compression', 'percussion', 'massage'];

/** Who must not: what a tick rules out, by modality and by class of device. Fever has a test of its own: it leaves only food, sleep and rest. */
const RULES: readonly (readonly [Contraindication, readonly Modality[], readonly TreatmentClass[]])[] = [
  ['dvt', [...COMPRESSION, ...MASSAGE], PRESSED],
  ['recent-surgery', [...COMPRESSION, ...MASSAGE], PRESSED],
  ['acute-injury', [...COMPRESSION, ...MASSAGE, ...HEAT], [...PRESSED, 'thermal']],
  ['open-wound', [...COMPRESSION, ...MASSAGE], PRESSED],
  ['skin-infection', [...COMPRESSION, ...MASSAGE], PRESSED],
  ['severe-oedema', [...COMPRESSION, ...MASSAGE], PRESSED],
  ['heart-disease', [...COLD, ...HEAT], ['thermal']],
  ['hypertension-uncontrolled', [...COLD, ...HEAT], ['thermal']],
  ['arrhythmia', [...COLD, ...HEAT], ['thermal']],
  ['syncope', [...COLD, ...HEAT], ['thermal']],
  ['heart-rate-medicine', SUPPLEMENTS, []],
  ['pregnancy', [...COLD, ...HEAT, 'pemf'], ['thermal']],
  ['peripheral-artery-disease', [...COLD, ...COMPRESSION], ['thermal', 'compression']],
  ['raynaud', [...COLD, ...COMPRESSION], ['thermal', 'compression']],
  ['cold-urticaria', [...COLD, ...COMPRESSION], ['thermal', 'compression']],
  ['reduced-sensation', [...COLD, ...COMPRESSION, 'massage-gun'], ['thermal', 'compression', 'percussion']],
  ['anticoagulant', ['massage-gun', ...SUPPLEMENTS], ['percussion']],
  ['active-cancer', ['massage-gun'], ['percussion']],
  ['implanted-device', ['pemf'], []],
  ['photosensitivity', ['red-light'], ['light']],
  ['photosensitising-medicine', ['red-light', ...SUPPLEMENTS], ['light']],
  ['epilepsy', ['red-light'], ['light']],
  ['kidney-disease', ['protein'], []],
  ['under-18', [...PLUNGES, ...SUPPLEMENTS], []],
];
/** Nobody is sent to a doctor for a plain no. */
const ASKED: readonly Contraindication[] = ['anticoagulant', 'active-cancer', 'kidney-disease', 'heart-rate-medicine'];

const unique = (codes: readonly string[]) => [...new Set(codes)].sort();

describe('who must not', () => {
  it('names every tick once', () => {
    expect(unique([...RULES.map(([tick]) => tick), 'fever'])).toEqual(unique(CONTRAINDICATIONS));
    expect(CONTRAINDICATIONS).toHaveLength(RULES.length + 1);
  });

  it.each(RULES)('%s: %j, by %j', (tick, modalities, classes) => {
    const off = findExclusions({ ...WELL, ticked: [tick] });
    const reason = { rule: tick, askDoctor: ASKED.includes(tick) };
    expect(unique([...off.modalities.keys()])).toEqual(unique(modalities));
    expect(unique([...off.classes.keys()])).toEqual(unique(classes));
    for (const reasons of [...off.modalities.values(), ...off.classes.values()]) expect(reasons).toEqual([reason]);
    expect(off.regions.size).toBe(0);
    expect(off.ticked).toEqual([tick]);
  });

  it('an injury of this morning rules out what a ticked one does', () => {
    const [now, ticked] = [findExclusions({ ...WELL, injured: true }), findExclusions({ ...WELL, ticked: ['acute-injury'] })];
    expect([...now.modalities.keys()]).toEqual([...ticked.modalities.keys()]);
    expect([...now.classes.keys()]).toEqual([...ticked.classes.keys()]);
    expect(now.modalities.get('sauna')).toEqual([{ rule: 'injured', askDoctor: false }]);
  });

  it('whoever asks what rules a modality out hears every tick that does', () => {
    const against = (modality: Modality) => unique(['fever', ...RULES.filter(([, off]) => off.includes(modality)).map(([tick]) => tick)]);
    for (const modality of ['massage-gun', 'contrast', 'ice-compression', 'creatine', 'red-light'] as const)
      expect(unique(findContraindications(modality))).toEqual(against(modality));
  });

  it('a pharmacist or doctor may settle only these', () => {
    expect(
      [...CONTRAINDICATIONS, 'ill', 'injured', 'pain-sudden'].filter((rule) => toReason(rule as Contraindication).askDoctor).sort(),
    ).toEqual([...ASKED].sort());
  });
});

describe('where it hurts', () => {
  const CALVES = findExclusions({ ...WELL, pain: [{ region: 'calves', signs: ['one-sided'] }] });
  const reason = { rule: 'pain-one-sided', askDoctor: false };

  it('boots and a massage bed, which cannot go round it, are off as devices too', () => {
    expect(CALVES.modalities.get('pneumatic-compression')).toEqual([reason]);
    expect(unique([...CALVES.classes.keys()])).toEqual(['compression', 'massage']);
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
