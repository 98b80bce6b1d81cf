/** Where doses, windows and grades come from. Titles are names of publications, the same in every language. */
export const SOURCES = {
  '000': { title: 'PALM Health', kind: 'seed' },
  '001': { title: 'Svetness', kind: 'seed' },
  '002': { title: 'ALYZE', kind: 'seed' },
  '003': { title: 'Fleet Feet', kind: 'seed' },
  '004': { title: 'The science of running recovery', kind: 'seed' },
  'maia-2024': { title: 'Maia 2024 (intermittent pneumatic compression, review)', kind: 'literature' },
  'wisniowski-2022': { title: 'Wiśniowski 2022 (intermittent pneumatic compression, review)', kind: 'literature' },
  'sherman-1992': { title: 'Sherman 1992 (refilling glycogen)', kind: 'literature' },
  'jager-2017': { title: 'Jäger 2017, ISSN position stand: protein and exercise', kind: 'literature' },
  'fda-cryo': { title: 'FDA: whole-body cryotherapy is not cleared', kind: 'literature' },
  'thamm-2019': { title: 'Thamm 2019 (HRV, force and CK after strength work)', kind: 'literature' },
  'damas-2015': { title: 'Damas 2015 (protein synthesis after training)', kind: 'literature' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly kind: 'seed' | 'literature' }>>;
export type LiteratureSource = keyof typeof SOURCES;
export type Seed = '000' | '001' | '002' | '003' | '004';

/** Whose a dose is: a source's own, what trials use, or this product's choice where no source says. */
export type Whose = LiteratureSource | 'trials' | 'ours';
