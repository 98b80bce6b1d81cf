import { parseStoredProfile } from '../profile/parse';
import type { DeviceProfile } from '../profile/schema';
import bedjet3 from './bedjet-3.json';
import blockbluelight from './blockbluelight.json';
import jensen from './jensen.json';
import kingsmithWalkingpad from './kingsmith-walkingpad.json';
import linak from './linak.json';
import ooler from './ooler.json';
import richmatNordic from './richmat-nordic.json';
import richmatWilinke from './richmat-wilinke.json';
import speraxRm01 from './sperax-rm01.json';

const files = [jensen, linak, richmatWilinke, richmatNordic, bedjet3, ooler, blockbluelight, kingsmithWalkingpad, speraxRm01];

/** The profiles that come with the product. They pass the same door as anybody's. */
export const builtInProfiles: readonly DeviceProfile[] = files.map((json) => {
  const parsed = parseStoredProfile(json);
  if (!parsed.ok) throw new Error(`${json.id}: ${parsed.faults.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  return parsed.profile;
});
