/** The sources of doses, windows and grades. Titles are names of publications, the same in every language. */
export const SOURCES = {
  'palm-health': { title: 'PALM Health', kind: 'guide' },
  svetness: { title: 'Svetness', kind: 'guide' },
  alyze: { title: 'ALYZE', kind: 'guide' },
  'fleet-feet': { title: 'Fleet Feet', kind: 'guide' },
  'running-recovery': { title: 'The science of running recovery', kind: 'guide' },
  'maia-2024': { title: 'Maia 2024 (intermittent pneumatic compression, review)', kind: 'literature' },
  'wisniowski-2022': { title: 'Wiśniowski 2022 (intermittent pneumatic compression, review)', kind: 'literature' },
  'sherman-1992': { title: 'Sherman 1992 (refilling glycogen)', kind: 'literature' },
  'jager-2017': { title: 'Jäger 2017, ISSN position stand: protein and exercise', kind: 'literature' },
  'moore-2015': { title: 'Moore 2015 (protein in a meal, younger and older men)', kind: 'literature' },
  'kreider-2017': { title: 'Kreider 2017, ISSN position stand: creatine', kind: 'literature' },
  'fda-cryo': { title: 'FDA: whole-body cryotherapy is not cleared', kind: 'literature' },
  'haghayegh-2019': { title: 'Haghayegh 2019 (warm bath before bed, review)', kind: 'literature' },
  'acsm-2016': { title: 'AND, DC and ACSM 2016 (nutrition and athletic performance)', kind: 'literature' },
  'lastella-2021': { title: 'Lastella 2021 (naps of athletes, review)', kind: 'literature' },
  'mesas-2023': { title: 'Mesas 2023 (naps and performance, review)', kind: 'literature' },
  'skorski-2020': { title: 'Skorski 2020 (sauna the evening before, swimmers)', kind: 'literature' },
  'lehrer-2013': { title: 'Lehrer 2013 (resonance frequency breathing)', kind: 'literature' },
  'thamm-2019': { title: 'Thamm 2019 (HRV, force and CK after strength work)', kind: 'literature' },
  'damas-2015': { title: 'Damas 2015 (protein synthesis after training)', kind: 'literature' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly kind: 'guide' | 'literature' }>>;
export type LiteratureSource = keyof typeof SOURCES;

export function isLiteratureSource(id: string): id is LiteratureSource {
  return Object.hasOwn(SOURCES, id);
}

export type Guide = 'palm-health' | 'svetness' | 'alyze' | 'fleet-feet' | 'running-recovery';

/** The origin of a dose: a source, trials in general, or our choice where no source gives one. */
export type Whose = LiteratureSource | 'trials' | 'ours';
