/** What the parts of the body are called. */

import type { Region } from '../../training';
import type { MessageKey } from '..';

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
