import type { BeatMark } from '../../../lib/check/detail';

/** The shape of each kind of marked beat, distinguishable without colour: SVG paths in a box of 12, for both legend and canvas. */
export const MARKS: Readonly<Record<BeatMark['kind'], string>> = {
  ectopic: 'M6 1L11 10.5H1Z',
  missed: 'M6 .5L11.5 6L6 11.5L.5 6Z',
  extra: 'M1.5 1.5H10.5V10.5H1.5Z',
  long: 'M1 1.5H11L6 11Z',
  short: 'M6 1A5 5 0 1 0 6 11A5 5 0 1 0 6 1Z',
  other: 'M4.3 1H7.7V4.3H11V7.7H7.7V11H4.3V7.7H1V4.3H4.3Z',
};

export const MARK_KINDS = Object.keys(MARKS) as BeatMark['kind'][];
