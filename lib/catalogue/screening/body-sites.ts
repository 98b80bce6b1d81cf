import type { Region } from '../../training';
import { CATALOGUE, MODALITIES, type Modality, modalitiesIn } from '../catalogue';
import type { TreatmentClass } from '../treatment-class';
import type { BodySite } from './body-site';

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

/** Where not, of one modality; at one region only what matters there. */
export function sitesNot(modality: Modality, region: Region | null = null): readonly BodySite[] {
  const all = CATALOGUE[modality].notOn ?? [];
  if (region === null) return all;
  return all.filter((site) => ANYWHERE.includes(site) || LIES_IN[region]?.includes(site));
}

/** Whether a region is never for this modality, whoever asks. */
export function isNever(modality: Modality, region: Region): boolean {
  return CATALOGUE[modality].neverRegions?.includes(region) ?? false;
}

/** What touches one place and can go round another. */
export const CONTACT_MODALITIES: ReadonlySet<Modality> = new Set(modalitiesIn('contact'));

/** What is worn or lain on, and covers these regions whether one wants it or not. */
export const WORN_ON: readonly {
  readonly modalities: readonly Modality[];
  readonly classes: readonly TreatmentClass[];
  readonly regions: readonly Region[];
}[] = MODALITIES.flatMap((modality) => {
  const { covers, devices = [] } = CATALOGUE[modality];
  return covers === undefined ? [] : [{ modalities: [modality], classes: devices.map((one) => one.class), regions: covers }];
});
