/** All that the background tells a card: its permission has gone, remove yourself. In a file of its own, because the card carries it. */
export const REMOVE_CARD = { rebound: 1, kind: 'remove-card' } as const;
