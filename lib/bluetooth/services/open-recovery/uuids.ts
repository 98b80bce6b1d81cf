const base = (short: string) => `9ebb8c${short}-57d1-46ce-886a-e7d693bfe242`;

/** The class of a device is its service, so it is known before a connection. */
export const openRecoveryServices = { massage: base('01'), percussion: base('02'), compression: base('03') } as const;

/** The same in each of the services. */
export const openRecoveryUuids = {
  feature: base('10'),
  ranges: base('11'),
  programmes: base('12'),
  controlPoint: base('13'),
  status: base('14'),
  measurement: base('15'),
} as const;

export type OpenRecoveryClass = keyof typeof openRecoveryServices;
