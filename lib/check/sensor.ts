import type { StrapIdentity } from '../bluetooth/strap';
import type { GattDevice } from '../bluetooth/transport';
import type { DeviceClass } from '../hrv';
import type { Sensor } from '../storage';

/** A sensor of which only its presence is known. */
export function blankSensor({ id, name }: Pick<GattDevice, 'id' | 'name'>): Sensor {
  return { id, name, class: 'unknown', location: null, manufacturer: null, model: null, firmware: null, batteryPct: null };
}

/** A strap's own description, in the terms of a check. */
export function describeSensor({ location, texts }: StrapIdentity): Partial<Sensor> {
  return {
    location,
    class: toDeviceClass(location),
    manufacturer: texts.manufacturer ?? null,
    model: texts.model ?? null,
    firmware: texts.firmware ?? texts.software ?? null,
  };
}

/** A sensor's location tells how it measures: electrodes on the chest, light everywhere else. */
function toDeviceClass(location: StrapIdentity['location']): DeviceClass {
  switch (location) {
    case 'chest':
      return 'chest';
    case 'ear':
      return 'ear';
    case 'wrist':
    case 'finger':
    case 'hand':
    case 'foot':
      return 'optical';
    default:
      return 'unknown';
  }
}
