/** The names of the parts of the body. */

import type { Region } from '../../training';
import { type MessageKey, t } from '..';

export const REGION_WORDS: Readonly<Record<Region, MessageKey>> = {
  neck: 'regionNeck',
  shoulders: 'regionShoulders',
  arms: 'regionArms',
  chest: 'regionChest',
  'upper-back': 'regionUpperBack',
  'lower-back': 'regionLowerBack',
  core: 'regionCore',
  hips: 'regionHips',
  glutes: 'regionGlutes',
  quads: 'regionQuads',
  hamstrings: 'regionHamstrings',
  adductors: 'regionAdductors',
  calves: 'regionCalves',
  shins: 'regionShins',
  feet: 'regionFeet',
  knees: 'regionKnees',
};

/** Several parts of the body as one list. */
export function regionList(regions: readonly Region[]): string {
  return regions.map((region) => t(REGION_WORDS[region])).join(t('listComma'));
}
