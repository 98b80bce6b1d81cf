/** The paces to choose from, breaths a minute, and the minutes of a session. Ours (docs/recovery-sources.md). */
export const BREATH_RATES = [4.5, 5, 5.5, 6, 6.5] as const;
export const BREATHE_MINUTES = { least: 5, most: 20 } as const;
