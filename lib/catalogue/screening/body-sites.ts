import type { Region } from '../../training';
import { CATALOGUE, type Modality, modalitiesIn } from '../catalogue';
import type { BodySite } from './body-site';

/** The sites in or next to each region, so that texts can name what matters there. */
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

/** Possible anywhere. */
const ANYWHERE: readonly BodySite[] = ['numb-skin', 'fresh-injury', 'painful-spot', 'eyes'];

/** Places that a modality must avoid; for one region only what matters there. */
export function sitesNot(modality: Modality, region: Region | null = null): readonly BodySite[] {
  const all = CATALOGUE[modality].notOn ?? [];
  if (region === null) return all;
  return all.filter((site) => ANYWHERE.includes(site) || LIES_IN[region]?.includes(site));
}

/** Whether a region is never allowed for this modality, for any user. */
export function isNever(modality: Modality, region: Region): boolean {
  return CATALOGUE[modality].neverRegions?.includes(region) ?? false;
}

/** Modalities that treat one place and can avoid others. */
export const CONTACT_MODALITIES: ReadonlySet<Modality> = new Set(modalitiesIn('contact'));
