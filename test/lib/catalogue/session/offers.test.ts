import { describe, expect, it } from 'vitest';
import {
  isTimed,
  longestColdS,
  measuredIn,
  modalityOfClass,
  needsWaterRules,
  offerOfItem,
  presetsFor,
  suits,
  TREATMENT_CLASSES,
  temperaturesIn,
  timerOffers,
  toSessionPlan,
  warmthsIn,
} from '../../../../lib/catalogue';

const ids = (times: number) => timerOffers(() => times).map(({ id }) => id);

describe('the timer offers', () => {
  const all = (sauna: string) => [
    'foam-rolling shared-half',
    'ice-compression cloth-15',
    'massage-gun three-muscles',
    'pneumatic-compression trials',
    `sauna ${sauna}`,
    'warm-bath haghayegh-2019',
  ];

  it('to a beginner the first doses of cold and of sauna, and no contrast', () => {
    for (const times of [0, 2]) expect(ids(times)).toEqual(['cold-water-immersion first-three', ...all('first-three')]);
  });

  it('after three times the cold doses of the guides, and contrast of each kind', () => {
    expect(ids(3)).toEqual([
      'cold-water-immersion running-recovery',
      'cold-water-immersion palm-health',
      'cold-water-immersion alyze',
      'contrast in-turn sauna',
      'contrast in-turn warm-bath',
      ...all('alyze'),
    ]);
  });

  it('asks how often each modality was done', () => {
    const offers = timerOffers((modality) => (modality === 'contrast' ? 3 : 0));
    expect(offers.map(({ id }) => id).slice(0, 2)).toEqual(['cold-water-immersion first-three', 'contrast in-turn sauna']);
  });

  it('with what stands behind each', () => {
    expect(timerOffers(() => 3).find(({ id }) => id === 'contrast in-turn sauna')).toMatchObject({
      entry: { modality: 'contrast' },
      dose: { id: 'in-turn' },
      variant: 'sauna',
    });
  });
});

describe('a dose is for', () => {
  it.each([
    ['anybody', undefined, 3, 0, true],
    ['anybody', undefined, 3, 3, true],
    ['beginners', 'beginners', 3, 2, true],
    ['beginners', 'beginners', 3, 3, false],
    ['the experienced', 'experienced', 3, 2, false],
    ['the experienced', 'experienced', 3, 3, true],
    ['the experienced, where there are no first times', 'experienced', undefined, 0, true],
    ['beginners, where there are no first times', 'beginners', undefined, 0, false],
  ] as const)('%s: %s of %s first times, after %d', (_, only, firstTimes, before, fits) => {
    expect(suits(only === undefined ? {} : { only }, firstTimes === undefined ? {} : { firstTimes }, before)).toBe(fits);
  });
});

describe('the offer of an item', () => {
  it('is its dose and kind', () => {
    expect(offerOfItem({ modality: 'warm-bath', doseId: 'haghayegh-2019', variant: 'epsom-salts' })).toMatchObject({
      id: 'warm-bath haghayegh-2019 epsom-salts',
      variant: 'epsom-salts',
    });
    expect(offerOfItem({ modality: 'mobility', doseId: 'session' })).toMatchObject({ id: 'mobility session', variant: null });
  });

  it('is none where it is not timed, or there is no such dose', () => {
    expect(offerOfItem({ modality: 'sleep', doseId: 'night' })).toBeNull();
    expect(offerOfItem({ modality: 'sauna', doseId: 'night' })).toBeNull();
  });

  it('is timed by the timer or the pacer', () => {
    expect((['sauna', 'mobility', 'breathwork', 'sleep'] as const).map(isTimed)).toEqual([true, true, true, false]);
  });
});

describe('devices of a class', () => {
  it.each([
    ['percussion', 'massage-gun', ['gun-calves', 'gun-quads', 'gun-hamstrings', 'gun-legs']],
    ['compression', 'pneumatic-compression', ['boots-legs']],
    ['massage', 'bed-massage', ['bed-massage']],
    ['light', 'red-light', ['panel']],
    ['belt', 'active-recovery', ['walking-pad']],
    ['resistance', 'active-recovery', ['walking-pad']],
    ['thermal', null, []],
  ] as const)('%s: %s, ready as %j', (of, modality, presets) => {
    expect(modalityOfClass(of)).toBe(modality);
    expect(presetsFor(of).map(({ id }) => id)).toEqual(presets);
    for (const preset of presetsFor(of)) expect(preset).toMatchObject({ modality, use: { class: of }, dose: { id: preset.doseId } });
  });

  it('are all asked for', () => {
    expect(TREATMENT_CLASSES.filter((one) => modalityOfClass(one) === null)).toEqual(['thermal']);
  });
});

describe('water and temperatures', () => {
  const session = (modality: string, doseId: string, variant: string | null = null) => {
    const plan = toSessionPlan({ modality, doseId, variant });
    if (plan === null) throw new Error(`no dose ${doseId}`);
    return plan;
  };

  it.each([
    ['cold-water-immersion', true],
    ['contrast', true],
    ['warm-bath', true],
    ['sauna', false],
    ['thermal', false],
  ])('the rules of water stand before %s: %s', (modality, needed) => {
    expect(needsWaterRules({ modality })).toBe(needed);
  });

  it('one thermometer belongs in the cold where there is any, else in the heat', () => {
    expect(measuredIn(session('contrast', 'in-turn', 'sauna'))).toBe('cold');
    expect(measuredIn(session('sauna', 'alyze'))).toBe('heat');
    expect(measuredIn(session('mobility', 'session'))).toBeNull();
  });

  it('each temperature comes once, in the order of the session', () => {
    expect(warmthsIn(session('contrast', 'in-turn', 'sauna'))).toEqual([
      { exposure: 'heat', rangeC: [80, 100] },
      { exposure: 'cold', rangeC: [10, 15] },
    ]);
    expect(temperaturesIn(session('contrast', 'in-turn', 'warm-bath'))).toEqual([
      [38, 42],
      [10, 15],
    ]);
    expect(warmthsIn(session('mobility', 'session'))).toEqual([]);
  });
});

describe('the longest time in the cold', () => {
  /** Never the colder with the longer: 15 min from 10 °C (Running recovery), 5 min from 3 °C (ALYZE), none below; at first 2 min from 14 °C. */
  it.each([
    [15, 3, 15],
    [10, 3, 15],
    [9.9, 3, 5],
    [3, 3, 5],
    [2.9, 3, 0],
    [14, 0, 2],
    [13.9, 0, 0],
    [14, 2, 2],
    [14, 3, 15],
  ])('%d °C, after %d times: %d min', (coldestC, timesBefore, minutes) => {
    expect(longestColdS(coldestC, timesBefore)).toBe(minutes * 60);
  });
});
