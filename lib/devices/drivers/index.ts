import type { DriverKind } from '../driver';
import { kindOfProfile } from '../profile';
import { builtInProfiles } from '../profiles';
import { fitnessKinds } from './ftms';
import { hypervolt2 } from './hypervolt';
import { openRecoveryKinds } from './open-recovery';

/** Every kind of device that the product can control, by profile or by code. Imported profiles are added after them (`kindOfProfile`). */
export const builtInKinds: readonly DriverKind[] = [
  ...builtInProfiles.map((profile) => kindOfProfile(profile, true)),
  ...fitnessKinds,
  hypervolt2,
  ...openRecoveryKinds,
];
