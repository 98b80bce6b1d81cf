import type { MessageKey } from '../../lib/i18n';
import type { Region } from '../../lib/training';

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
