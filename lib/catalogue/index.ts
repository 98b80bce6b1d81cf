/** Every modality, defined once: doses with their sources, windows, equipment, sessions, amounts, and exclusions. Pure. */
export * from './breathing-rates';
export * from './catalogue';
export * from './entry';
export * from './nutrition';
export * from './screening';
export * from './session';
export * from './treatment-class';
