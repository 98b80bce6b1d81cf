import { CLASS } from './beat-classes';
import { gapMask } from './gaps';
import type { ArtefactKind, Artefacts, RrSeries } from './types';

const KINDS: readonly (ArtefactKind | null)[] = [null, 'ectopic', 'missed', 'extra', 'long', 'short'];

/** A step of more than this share of the interval before it is a jump. */
const JUMP = 0.2;

/**
 * Counts and lists the flagged beats, and computes the share of steps over 20 % of the interval before, in %. Bigeminy hides from the beat
 * classes, but not from that share. Shares are null without beats or steps.
 */
export function countArtefacts(series: RrSeries, classes: Uint8Array): Artefacts {
  const n = series.rrMs.length;
  const counts = new Array<number>(KINDS.length).fill(0);
  const indices: { index: number; kind: ArtefactKind }[] = [];
  for (let i = 0; i < n; i++) {
    const code = classes[i] ?? CLASS.normal;
    const kind = KINDS[code];
    if (!kind) continue;
    counts[code] = (counts[code] ?? 0) + 1;
    indices.push({ index: i, kind });
  }
  return {
    ectopic: counts[CLASS.ectopic] ?? 0,
    missed: counts[CLASS.missed] ?? 0,
    extra: counts[CLASS.extra] ?? 0,
    longShort: (counts[CLASS.long] ?? 0) + (counts[CLASS.short] ?? 0),
    pct: n > 0 ? (100 * indices.length) / n : null,
    jumpsOver20Pct: jumpShare(series),
    indices,
  };
}

function jumpShare({ rrMs, gapsAfter }: RrSeries): number | null {
  const gaps = gapMask(rrMs.length, gapsAfter);
  let steps = 0;
  let jumps = 0;
  for (let i = 0; i + 1 < rrMs.length; i++) {
    if (gaps[i] === 1) continue;
    const rr = rrMs[i] ?? 0;
    steps++;
    if (Math.abs((rrMs[i + 1] ?? 0) - rr) > JUMP * rr) jumps++;
  }
  return steps > 0 ? (100 * jumps) / steps : null;
}
