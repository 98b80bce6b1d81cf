/** What a device is to the user. `machine`: a fitness machine that has not said its kind. `recovery`: a device with a driver. */
export const DEVICE_KINDS = [
  'strap',
  'machine',
  'treadmill',
  'bike',
  'cross-trainer',
  'step-climber',
  'thermometer',
  'scale',
  'recovery',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];
