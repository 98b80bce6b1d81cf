/** The description of a modality: dose, course, windows, equipment, devices, families, sources. */
export * from './course';
export * from './device-use';
export * from './dose';
export * from './entry';
export * from './equipment';
export * from './families';
export * from './named-only';
export * from './sources';
export * from './steps';
export * from './water';
export * from './windows';
