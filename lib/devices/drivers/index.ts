import type { DriverKind } from '../driver';
import { anyKindOfProfile, isSensorProfile, kindOfProfile } from '../profile';
import { builtInProfiles } from '../profiles';
import { isSensorKind, type SensorKind } from '../sensor';
import { fitnessKinds } from './ftms';
import { hypervolt2 } from './hypervolt';
import { openRecoveryKinds } from './open-recovery';

/** Every kind of device that the product can control, by profile or by code. Imported profiles are added after them (`kindOfProfile`). */
export const builtInKinds: readonly DriverKind[] = [
  ...builtInProfiles.filter((profile) => !isSensorProfile(profile)).map((profile) => kindOfProfile(profile, true)),
  ...fitnessKinds,
  hypervolt2,
  ...openRecoveryKinds,
];

/** Every kind of sensor without a standard service that comes with the product, by profile. */
export const builtInSensors: readonly SensorKind[] = builtInProfiles.filter(isSensorProfile).map(anyKindOfProfile).filter(isSensorKind);
