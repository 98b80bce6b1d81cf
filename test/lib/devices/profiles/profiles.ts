import { readdirSync, readFileSync } from 'node:fs';
import type { DriverKind } from '../../../../lib/devices/driver';
import { isSensorProfile, kindOfProfile, parseProfile } from '../../../../lib/devices/profile';
import type { DeviceProfile } from '../../../../lib/devices/profile/schema';
import { framedDevices } from '../../../../lib/simulated/framed';
import type { FramedDevice } from '../../../../lib/simulated/framed/framed-device';

function profilesIn(folder: string): readonly DeviceProfile[] {
  const url = new URL(`../../../../${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const parsed = parseProfile(readFileSync(new URL(name, url), 'utf8'));
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.faults)}`);
      return parsed.profile;
    });
}

/** The built-in ones, and those to import. */
export const builtIn = profilesIn('lib/devices/profiles');
const importable = profilesIn('docs/profiles');
/** Those of devices with controls. */
export const everyProfile = [...builtIn, ...importable].filter((one) => !isSensorProfile(one));
export const sensorProfiles = importable.filter(isSensorProfile);
export const anyProfile = [...everyProfile, ...sensorProfiles];

export function profile(id: string): DeviceProfile {
  const found = anyProfile.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no profile ${id}`);
  return found;
}

export function kind(id: string): DriverKind {
  const found = profile(id);
  return kindOfProfile(found, builtIn.includes(found));
}

export function simulated(id: string): FramedDevice {
  const make = framedDevices[id];
  if (make === undefined) throw new Error(`no simulated ${id}`);
  return make();
}
