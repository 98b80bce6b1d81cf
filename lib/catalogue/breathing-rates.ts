/** Paces that can be chosen, breaths a minute (facts/recovery.md: 4.5–6.5, ours), and minutes of a session. */
export const BREATH_RATES = [4.5, 5, 5.5, 6, 6.5] as const;
export const BREATHE_MINUTES = { least: 5, most: 20 } as const;
