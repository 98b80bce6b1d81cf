/** Every modality once: doses with their sources, windows, equipment, sessions, amounts, and what is not for whom. Pure. */
export * from './breathing-rates';
export * from './catalogue';
export * from './entry';
export * from './nutrition';
export * from './screening';
export * from './session';
export * from './treatment-class';
