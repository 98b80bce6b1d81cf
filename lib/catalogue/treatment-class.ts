/** The effect of a controlled device on the body; health questions, limits and the one-tap question depend on it. */
export const TREATMENT_CLASSES = ['percussion', 'massage', 'compression', 'thermal', 'light', 'belt', 'resistance'] as const;
export type TreatmentClass = (typeof TREATMENT_CLASSES)[number];
