/** Copied from docs/open-recovery-profile.md, "Services". */
const uuid = (short: string) => `9ebb8c${short}-57d1-46ce-886a-e7d693bfe242`;

export const SERVICES = [uuid('01'), uuid('02'), uuid('03')] as const;
export const FEATURE = uuid('10');
export const RANGES = uuid('11');
export const PROGRAMMES = uuid('12');
export const CONTROL = uuid('13');
export const STATUS = uuid('14');
export const MEASUREMENT = uuid('15');
