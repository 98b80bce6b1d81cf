interface Written {
  readonly hex: string;
}

/**
 * A start while some zone was set above its lowest level, from the writes of a test: the bytes of the start with those levels; null for
 * none. The lowest level is taken from the first level that is written for a zone.
 */
export function findUnsafeStart(written: readonly Written[]): string | null {
  const [lowest, set] = [new Map<string, number>(), new Map<string, number>()];
  for (const { hex } of written) {
    if (hex.startsWith('02') && hex.length === 8) {
      const [zone, level] = [hex.slice(2, 4), Buffer.from(hex.slice(4), 'hex').readUInt16LE()];
      if (level > 0 && !lowest.has(zone)) lowest.set(zone, level);
      set.set(zone, level);
    }
    if (hex === '07') set.clear();
    if (hex !== '05') continue;
    for (const [zone, level] of set) if (level > (lowest.get(zone) ?? 0)) return `start with zone ${zone} at ${level}`;
  }
  return null;
}
