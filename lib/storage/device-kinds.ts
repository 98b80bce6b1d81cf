/** What a device is to the user. `machine` is one of a fitness machine's kinds that has not said which; `recovery` one that has a driver. */
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
