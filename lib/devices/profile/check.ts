import { checkCharacteristics } from './check-characteristics';
import { checkControls } from './check-controls';
import { checkFrames } from './check-frames';
import { checkSteps } from './check-steps';
import { FaultList, type ProfileFault } from './faults';
import type { DeviceProfile } from './schema';

/**
 * What the parts of a profile owe each other, once each has the right shape. What passes can be run without ever failing on its own
 * account: every name leads somewhere, every number fits, nothing is above a ceiling, and nothing is set going by setting up.
 */
export function checkProfile(profile: DeviceProfile): readonly ProfileFault[] {
  const faults = new FaultList();
  checkCharacteristics(profile, faults);
  checkFrames(profile, faults);
  checkControls(profile, faults);
  checkSteps(profile, faults);
  return faults.all;
}
