import { REGIONS, type Region } from '../../training';
import type { TreatmentClass } from '../treatment-class';
import type { Modality } from './modalities';

/** Places and states of the body that some modalities must keep off (facts/recovery.md, "Where not" and the table). */
export const BODY_SITES = [
  'neck',
  'throat',
  'head',
  'spine',
  'bone',
  'joint',
  'groin',
  'varicose-veins',
  'numb-skin',
  'fresh-injury',
  'unexplained-calf-pain',
  'painful-spot',
  'eyes',
] as const;
export type BodySite = (typeof BODY_SITES)[number];

const NOT_ON: Readonly<Partial<Record<Modality, readonly BodySite[]>>> = {
  'massage-gun': [
    'neck',
    'throat',
    'head',
    'spine',
    'bone',
    'joint',
    'groin',
    'varicose-veins',
    'numb-skin',
    'fresh-injury',
    'unexplained-calf-pain',
    'painful-spot',
  ],
  'foam-rolling': ['bone', 'joint', 'varicose-veins', 'fresh-injury'],
  infrared: ['fresh-injury'],
  'ice-compression': ['fresh-injury', 'numb-skin'],
  'local-cold': ['numb-skin'],
  'red-light': ['eyes'],
};

/** What of the sites lies in or beside a region, so that the words can name what matters there. */
const LIES_IN: Readonly<Partial<Record<Region, readonly BodySite[]>>> = {
  neck: ['neck', 'throat', 'spine'],
  shoulders: ['neck', 'joint', 'bone'],
  chest: ['throat', 'bone'],
  'upper-back': ['spine'],
  'lower-back': ['spine'],
  hips: ['joint', 'groin'],
  quads: ['groin'],
  adductors: ['groin'],
  hamstrings: ['varicose-veins'],
  calves: ['unexplained-calf-pain', 'varicose-veins'],
  shins: ['bone'],
  feet: ['bone', 'joint'],
  knees: ['joint', 'bone'],
};

/** True anywhere. */
const ANYWHERE: readonly BodySite[] = ['numb-skin', 'fresh-injury', 'painful-spot', 'eyes'];

/** A gun or roller is for muscle bellies: these are joint, bone, or the neck, with no belly to work on. */
const NO_BELLY: readonly Region[] = ['neck', 'shins', 'knees'];

/** Where not, of one modality; at one region only what matters there. */
export function sitesNot(modality: Modality, region: Region | null = null): readonly BodySite[] {
  const all = NOT_ON[modality] ?? [];
  if (region === null) return all;
  return all.filter((site) => ANYWHERE.includes(site) || LIES_IN[region]?.includes(site));
}

/** Whether a region is never for this modality, whoever asks. */
export function isNever(modality: Modality, region: Region): boolean {
  return (modality === 'massage-gun' || modality === 'foam-rolling') && NO_BELLY.includes(region);
}

/** What touches one place and can go round another. */
export const CONTACT_MODALITIES: ReadonlySet<Modality> = new Set([
  'massage-gun',
  'massage-therapy',
  'foam-rolling',
  'stretching',
  'pneumatic-compression',
  'compression-garment',
  'ice-compression',
  'local-cold',
]);

/** What is worn or lain on as a whole, and covers these regions whether one wants it or not. */
export const WORN_ON: readonly {
  readonly modalities: readonly Modality[];
  readonly classes: readonly TreatmentClass[];
  readonly regions: readonly Region[];
}[] = [
  {
    modalities: ['pneumatic-compression'],
    classes: ['compression'],
    regions: ['hips', 'glutes', 'quads', 'hamstrings', 'adductors', 'calves', 'shins', 'feet', 'knees'],
  },
  { modalities: [], classes: ['massage'], regions: REGIONS },
];
