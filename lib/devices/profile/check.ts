import { checkCharacteristics } from './check-characteristics';
import { checkControls } from './check-controls';
import { checkFrames } from './check-frames';
import { checkSteps } from './check-steps';
import { checkTimers } from './check-timer';
import { FaultList, type ProfileFault } from './faults';
import type { DeviceProfile } from './schema';

/**
 * Checks the parts of a profile against each other, after each has the right shape. A profile that passes cannot fail by itself: every name
 * exists, every number fits, nothing exceeds a ceiling by whatever bytes, and the set-up starts nothing.
 */
export function checkProfile(profile: DeviceProfile): readonly ProfileFault[] {
  const faults = new FaultList();
  checkCharacteristics(profile, faults);
  checkFrames(profile, faults);
  checkControls(profile, faults);
  checkTimers(profile, faults);
  checkSteps(profile, faults);
  return faults.all;
}
