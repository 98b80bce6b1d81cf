/** Every modality once: doses with their sources, windows, equipment, steps, amounts, and what is not for whom. Pure. */
export * from './breathing-rates';
export * from './modalities';
export * from './nutrition';
export * from './screening';
export * from './session-plan';
export * from './treatment-class';
