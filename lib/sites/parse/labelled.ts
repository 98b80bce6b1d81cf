import { parseDuration } from './durations';
import { agreed } from './first';
import { parseHeartRate } from './heart-rates';
import { kindOfLabel, type StatKind } from './labels';
import { parseMetres } from './measure';
import { plausible } from './plausible';

/** A statistic of a page as two texts: "Avg HR", "146 bpm". */
export type Labelled = readonly [label: string, value: string];

/** In s, m or bpm, depending on the kind. */
export type Figures = Partial<Readonly<Record<StatKind, number>>>;

function figure(kind: StatKind, text: string, language: string): number | null {
  if (kind === 'distance') return plausible('distanceM', parseMetres(text, language));
  if (kind === 'elevation') return plausible('elevationM', parseMetres(text, language));
  if (kind === 'moving' || kind === 'elapsed' || kind === 'timer') return plausible('timeS', parseDuration(text, language));
  return parseHeartRate(text, language)?.bpm ?? null;
}

/** Reads labelled statistics. A kind with two different values is left out, because it is unclear which one is meant. */
export function readLabelled(pairs: readonly Labelled[], language: string): Figures {
  const kinds = pairs.map(([label, value]) => [kindOfLabel(label), value] as const);
  const found: Partial<Record<StatKind, number>> = {};
  for (const kind of new Set(kinds.map(([one]) => one))) {
    const value = kind && agreed(kinds.filter(([one]) => one === kind).map(([, text]) => figure(kind, text, language)));
    if (kind && value !== null) found[kind] = value;
  }
  return found;
}
