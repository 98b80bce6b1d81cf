/** What a controlled device does to the body; screening, limits and the one-tap question go by it. */
export const TREATMENT_CLASSES = ['percussion', 'massage', 'compression', 'thermal', 'light', 'belt', 'resistance'] as const;
export type TreatmentClass = (typeof TREATMENT_CLASSES)[number];
