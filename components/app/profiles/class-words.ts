import type { Profile } from '../../../lib/devices/profile';
import { type MessageKey, t } from '../../../lib/i18n';

const CLASSES: Readonly<Record<Profile['class'], MessageKey>> = {
  percussion: 'classPercussion',
  massage: 'classMassage',
  compression: 'classCompression',
  thermal: 'classThermal',
  light: 'classLight',
  belt: 'classBelt',
  resistance: 'classResistance',
  thermometer: 'deviceThermometer',
  scale: 'deviceScale',
};

/** "Massage", "Thermometer". */
export function classWords(of: Profile['class']): string {
  return t(CLASSES[of]);
}
