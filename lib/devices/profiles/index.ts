import { parseStoredProfile } from '../profile/parse';
import type { DeviceProfile } from '../profile/schema';
import { PROFILE_FILES } from './all';

/** The profiles that come with the product. They pass the same checks as imported ones. Throws when one of them fails. */
export const builtInProfiles: readonly DeviceProfile[] = parseBuiltIn(PROFILE_FILES);

function parseBuiltIn(files: readonly unknown[]): DeviceProfile[] {
  return files.map((file, at) => {
    const parsed = parseStoredProfile(file);
    if (parsed.ok) return parsed.profile;
    throw new Error(`built-in profile ${at + 1}: ${parsed.faults.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  });
}
