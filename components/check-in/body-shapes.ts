import type { Region } from '../../lib/training';

/** The outline of the body, front and back, 100 × 220 each. Shapes on both sides are drawn once and mirrored at x = 50. */

export interface BodyShape {
  readonly region: Region;
  readonly path: string;
  readonly mirrored: boolean;
  /** Position of the mark. */
  readonly at: readonly [number, number];
}

export const HEAD = 'M50 4c7 0 11 5 11 12s-4 14-11 14-11-7-11-14S43 4 50 4z';
/** Hands belong to no region. */
export const HAND = 'M17 118c3-1 6 0 6 3l-1 9c0 3-6 4-7 0z';

const SHOULDER = 'M42 39c-8 1-15 4-17 12l-1 7 10-3 5-10z';
const ARM = 'M23 61l10-3-1 22-2 8-5 27-6-1c-2-14-1-24 0-30z';
const FOOT = 'M36 203h10l1 9c0 3-12 4-14 1z';

export const FRONT: readonly BodyShape[] = [
  { region: 'neck', path: 'M44 31h12v6l3 2H41l3-2z', mirrored: false, at: [50, 36] },
  { region: 'shoulders', path: SHOULDER, mirrored: true, at: [32, 49] },
  { region: 'arms', path: ARM, mirrored: true, at: [26, 84] },
  { region: 'chest', path: 'M43 41h14l5 5 3 12c-3 7-10 9-15 7-5 2-12 0-15-7l3-12z', mirrored: false, at: [50, 54] },
  { region: 'core', path: 'M36 66c4 3 10 3 14 1 4 2 10 2 14-1l-1 24H37z', mirrored: false, at: [50, 79] },
  { region: 'hips', path: 'M37 92h26l3 13-11 3-5 6-5-6-11-3z', mirrored: false, at: [50, 101] },
  { region: 'quads', path: 'M33 107l9 3 2 36-3 10-8 1c-4-17-4-33 0-50z', mirrored: true, at: [37, 133] },
  { region: 'adductors', path: 'M44 110l5 6-1 26-2 5z', mirrored: true, at: [47, 124] },
  { region: 'knees', path: 'M34 159l11-1 1 8-2 5h-9l-2-5z', mirrored: true, at: [39, 165] },
  { region: 'shins', path: 'M34 173h11l-1 28h-8z', mirrored: true, at: [40, 186] },
  { region: 'feet', path: FOOT, mirrored: true, at: [40, 208] },
];

export const BACK: readonly BodyShape[] = [
  { region: 'neck', path: 'M44 31h12v6l3 2H41l3-2z', mirrored: false, at: [50, 36] },
  { region: 'shoulders', path: SHOULDER, mirrored: true, at: [32, 49] },
  { region: 'arms', path: ARM, mirrored: true, at: [26, 84] },
  { region: 'upper-back', path: 'M43 41h14l5 5 3 12-2 12H37l-2-12 3-12z', mirrored: false, at: [50, 56] },
  { region: 'lower-back', path: 'M37 72h26l1 19H36z', mirrored: false, at: [50, 82] },
  { region: 'glutes', path: 'M35 93h14v20c-6 5-14 3-16-2z', mirrored: true, at: [42, 104] },
  { region: 'hamstrings', path: 'M33 114c4 4 11 4 15 0l-2 36-3 8h-8c-4-15-4-29-2-44z', mirrored: true, at: [40, 137] },
  { region: 'calves', path: 'M35 160h10c3 12 2 24-1 40h-8c-4-15-4-28-1-40z', mirrored: true, at: [40, 180] },
  { region: 'feet', path: FOOT, mirrored: true, at: [40, 208] },
];
