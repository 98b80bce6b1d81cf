import type { GadgetKind } from './driver';
import { fitnessKinds } from './drivers/ftms';
import { hypervolt2 } from './drivers/hypervolt';
import { openRecoveryKinds } from './drivers/open-recovery';
import { kindOfProfile } from './profile';
import { builtInProfiles } from './profiles';

/** Every kind of gadget that the product knows, by profile and by code. Imported profiles come after them (`kindOfProfile`). */
export const gadgetKinds: readonly GadgetKind[] = [
  ...builtInProfiles.map(kindOfProfile),
  ...fitnessKinds,
  hypervolt2,
  ...openRecoveryKinds,
];
