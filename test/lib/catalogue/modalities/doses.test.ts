import { expect, it } from 'vitest';
import { CATALOGUE, type Dose, type LiteratureSource, MODALITIES } from '../../../../lib/catalogue';

/** Every dose as its source gives it, written from the sources. `said` is what the source says, or what of the dose is ours. */
type Row = Omit<Dose, 'id' | 'course'> & { readonly said: string };

const GUN = {
  whose: 'ours',
  level: 1,
  minutesPerMuscle: 2,
  said: 'at most 2 min a muscle and 15 min in all, the lowest level first',
} as const;
const PACED = {
  whose: 'ours',
  minutesRange: [5, 20],
  breathsPerMin: [4.5, 6.5],
  said: 'ALYZE only names it; 5–20 min at 4.5–6.5 a minute',
} as const;
const LABEL = { whose: 'ours', minutes: 5, asLabelled: true, said: 'as the label says' } as const;

const DOSES: Readonly<Record<string, Row>> = {
  'active-recovery easy-day': { whose: 'svetness', minutes: 30, minutesRange: [30, 60], said: '30–60 min on an active-recovery day' },
  'active-recovery short-walk': {
    whose: 'ours',
    minutes: 20,
    minutesRange: [10, 30],
    lengthsMin: [10, 15, 20, 30],
    said: '20–30 min on the first days after an illness; less for sore legs',
  },
  'active-recovery gentle-machine': {
    whose: 'ours',
    minutes: 20,
    lengthsMin: [10, 20, 30, 45, 60],
    said: 'no minutes: shorter than an easy day',
  },
  'bed-massage session': { whose: 'ours', minutes: 15, lengthsMin: [10, 15, 20, 30], said: 'no source names it' },
  'breathwork paced': { ...PACED, minutes: 10 },
  'breathwork paced-short': { ...PACED, minutes: 5 },
  'breathwork resonance-search': { whose: 'lehrer-2013', minutes: 10, lengthsMin: [10, 15], said: 'at least 2 min at each rate' },
  'carbohydrate before': { whose: 'running-recovery', minutes: 20, amount: 'carbohydrate-before', said: '1–4 g/kg in the hours before' },
  'carbohydrate snack': {
    whose: 'running-recovery',
    minutes: 10,
    minutesWhose: 'ours',
    steps: ['carb_snack'],
    said: 'a light snack 30–60 min before',
  },
  'carbohydrate meals': { whose: 'running-recovery', minutes: 20, minutesWhose: 'ours', said: 'normal to high carbohydrate before a race' },
  'carbohydrate between': {
    whose: 'acsm-2016',
    minutes: 15,
    minutesWhose: 'ours',
    amount: 'carbohydrate-between',
    said: '1–1.2 g/kg an hour for 4 h between two starts',
  },
  'carbohydrate after': { whose: 'acsm-2016', minutes: 20, amount: 'carbohydrate-after', said: '3–12 g/kg by the training of the day' },
  'cold-water-immersion running-recovery': {
    whose: 'running-recovery',
    minutes: 10,
    minutesRange: [10, 15],
    lengthsMin: [5, 10, 12, 15],
    only: 'experienced',
    temperatureC: [10, 15],
    said: '10–15 °C for up to 10–15 min',
  },
  'cold-water-immersion palm-health': {
    whose: 'palm-health',
    minutes: 5,
    minutesRange: [3, 5],
    lengthsMin: [3, 4, 5],
    only: 'experienced',
    temperatureC: [10, 15],
    said: '"a few minutes", read as 3–5',
  },
  'cold-water-immersion alyze': {
    whose: 'alyze',
    minutes: 3,
    minutesRange: [2, 5],
    lengthsMin: [2, 3, 4, 5],
    only: 'experienced',
    temperatureC: [3, 10],
    said: '3–10 °C for 2–5 min',
  },
  'cold-water-immersion first-three': {
    whose: 'ours',
    minutes: 2,
    minutesRange: [1, 2],
    lengthsMin: [1, 2],
    only: 'beginners',
    temperatureC: [14, 15],
    steps: ['cold_first_three'],
    said: 'the first three times at the warm end, at most 2 min',
  },
  'compression-garment worn': {
    whose: 'running-recovery',
    minutes: 120,
    minutesWhose: 'ours',
    pressureMmHg: [15, 20],
    said: '15–20 mmHg; no guide says how long',
  },
  'contrast in-turn': {
    whose: 'ours',
    minutes: 20,
    only: 'experienced',
    said: 'ALYZE gives the order and no figures; for those who know cold',
  },
  'cool-down few-minutes': { whose: 'svetness', minutes: 5, minutesWhose: 'ours', said: '"a few minutes", read as 5' },
  'creatine day': { whose: 'kreider-2017', minutes: 5, amount: 'creatine-day', said: '3–5 g a day' },
  'cryotherapy palm-health': {
    whose: 'palm-health',
    minutes: 3,
    minutesRange: [2, 3],
    temperatureC: -100,
    said: 'below −150 °F (about −100 °C), 2–3 min',
  },
  'fluids before': { whose: 'running-recovery', minutes: 5, amount: 'fluids-before', steps: ['carry_water'], said: 'drink before' },
  'fluids after': { whose: 'ours', minutes: 5, amount: 'fluids-after', said: '1.25–1.5 × the loss over hours' },
  'fluids day': { whose: 'svetness', minutes: 5, amount: 'fluids-day', said: 'drink to thirst' },
  'foam-rolling shared-half': {
    whose: 'palm-health',
    minutes: 5,
    minutesRange: [5, 10],
    lengthsMin: [5, 10],
    said: '5–10 min of rolling and stretching together',
  },
  'ice-compression cloth-15': {
    whose: 'ours',
    minutes: 15,
    minutesRange: [5, 15],
    lengthsMin: [5, 10, 15],
    said: 'at most 15 min, a cloth between',
  },
  'infrared session': { whose: 'ours', minutes: 20, said: 'PALM Health says "a session"' },
  'kinesiology-tape event': { whose: 'fleet-feet', minutes: 0, said: 'worn as long as the event lasts' },
  'local-cold timed': { whose: 'ours', minutes: 10, minutesRange: [5, 15], said: 'Running recovery: timed, no minutes' },
  'massage-gun five-muscles': { ...GUN, minutes: 10 },
  'massage-gun three-muscles': { ...GUN, minutes: 6 },
  'massage-gun two-muscles': { ...GUN, minutes: 4 },
  'massage-gun one-muscle': { ...GUN, minutes: 2 },
  'massage-therapy session': { whose: 'svetness', minutes: 30, minutesRange: [30, 60], said: '30–60 min' },
  'mobility session': { whose: 'svetness', minutes: 15, minutesRange: [10, 15], said: '10–15 min' },
  'nap short': { whose: 'lastella-2021', minutes: 20, minutesRange: [20, 30], said: '20–30 min in the early afternoon' },
  'pemf session': { whose: 'ours', minutes: 15, said: 'ALYZE gives neither dose nor time' },
  'pneumatic-compression trials': { whose: 'trials', minutes: 20, minutesRange: [20, 30], lengthsMin: [20, 25, 30], said: '20–30 min' },
  'protein meal': { whose: 'palm-health', minutes: 15, amount: 'protein-meal', said: '20–40 g a meal' },
  'protein day': { whose: 'jager-2017', minutes: 15, amount: 'protein-day', said: '1.4–2.0 g/kg' },
  'red-light panel': {
    whose: 'alyze',
    minutes: 10,
    minutesWhose: 'ours',
    lengthsMin: [5, 10, 15, 20],
    wavelengthNm: [630, 850],
    said: '630–850 nm, no minutes',
  },
  'rest-day day': { whose: 'running-recovery', minutes: 0, said: 'at least one full day a week' },
  'sauna alyze': {
    whose: 'alyze',
    minutes: 15,
    minutesRange: [15, 20],
    lengthsMin: [15, 20],
    only: 'experienced',
    temperatureC: [80, 100],
    said: '80–100 °C, 15–20 min',
  },
  'sauna first-three': {
    whose: 'ours',
    minutes: 10,
    minutesRange: [5, 10],
    lengthsMin: [5, 10],
    only: 'beginners',
    temperatureC: [80, 85],
    steps: ['sauna_first_three'],
    said: 'the first three saunas at the lower end, at most 10 min',
  },
  'sleep night': { whose: 'fleet-feet', minutes: 480, minutesRange: [420, 540], sleepH: [7, 9], said: '7–9 h' },
  'stretching before': { whose: 'palm-health', minutes: 5, minutesRange: [5, 10], said: '5–10 min at each end' },
  'stretching after': {
    whose: 'svetness',
    minutes: 10,
    minutesRange: [10, 15],
    holdS: [15, 30],
    said: '10–15 min after, holds of 15–30 s',
  },
  'stretching after-short': { whose: 'palm-health', minutes: 5, minutesRange: [5, 10], said: '5–10 min at each end' },
  'tart-cherry label': LABEL,
  'warm-bath haghayegh-2019': {
    whose: 'haghayegh-2019',
    minutes: 15,
    minutesRange: [10, 20],
    lengthsMin: [10, 15, 20],
    minutesWhose: 'ours',
    temperatureC: [40, 42.5],
    said: '40–42.5 °C, 10 min or longer',
  },
};

const ALL = MODALITIES.flatMap((modality) => CATALOGUE[modality].doses.map((dose) => ({ name: `${modality} ${dose.id}`, modality, dose })));

it('the doses are those of the table, in the order of the catalogue', () => {
  expect(ALL.map(({ name }) => name).sort()).toEqual(Object.keys(DOSES).sort());
});

it.each(ALL)('$name is what its source gives', ({ name, dose }) => {
  const { id: _, course: __, ...given } = dose;
  const { said, ...row } = DOSES[name] ?? { said: '' };
  expect(given, said).toEqual(row);
});

it('the search for a breathing rate is never planned', () => {
  for (const { doses } of CATALOGUE.breathwork.windows) expect(doses).toEqual(['paced', 'paced-short']);
});

/** What the grades rest on, and what each guide claims: the guide's claim is never shown as evidence. */
const CLAIMS: Readonly<Record<string, readonly (typeof MODALITIES)[number][]>> = {
  strong: ['protein', 'carbohydrate', 'fluids', 'sleep', 'rest-day', 'sauna'],
  moderate: [
    'cool-down',
    'active-recovery',
    'foam-rolling',
    'stretching',
    'mobility',
    'massage-gun',
    'massage-therapy',
    'pneumatic-compression',
    'cold-water-immersion',
    'local-cold',
    'infrared',
    'red-light',
    'creatine',
    'tart-cherry',
  ],
  mixed: ['ice-compression', 'cryotherapy', 'contrast'],
  debated: ['compression-garment'],
  anecdotal: ['kinesiology-tape', 'warm-bath'],
  developing: ['pemf'],
  none: ['breathwork', 'bed-massage', 'nap'],
};

it.each(Object.entries(CLAIMS))('the guides’ own claim is "%s" for %j', (claim, modalities) => {
  expect(MODALITIES.filter((modality) => CATALOGUE[modality].grades.seed === claim).sort()).toEqual([...modalities].sort());
});

it('the grades rest on trials, for sauna and sleep on what was observed, and for what no source names on nothing', () => {
  const kinds = MODALITIES.map((modality) => [modality, CATALOGUE[modality].grades.kind]).filter(([, kind]) => kind !== 'trials');
  expect(kinds).toEqual([
    ['bed-massage', 'none'],
    ['sauna', 'observed'],
    ['sleep', 'observed'],
  ]);
});

it('the literature stands with the modality that it is about', () => {
  const literature = MODALITIES.flatMap((modality) => {
    const { literature: of } = CATALOGUE[modality];
    return of.length === 0 ? [] : [[modality, of] as const];
  });
  const expected: Readonly<Record<string, readonly LiteratureSource[]>> = {
    carbohydrate: ['sherman-1992', 'acsm-2016'],
    nap: ['mesas-2023', 'lastella-2021'],
    creatine: ['kreider-2017'],
    cryotherapy: ['fda-cryo'],
    'pneumatic-compression': ['maia-2024', 'wisniowski-2022'],
    protein: ['jager-2017', 'moore-2015'],
    'warm-bath': ['haghayegh-2019'],
  };
  expect(Object.fromEntries(literature)).toEqual(expected);
});
