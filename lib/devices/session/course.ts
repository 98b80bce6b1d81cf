import { lengthS, type SessionStep } from '../../catalogue';

/** A position in a session: step `index`, `leftMs` until its end, `allLeftMs` until the end of the session. */
export interface CoursePosition {
  readonly index: number;
  readonly leftMs: number;
  readonly allLeftMs: number;
}

/** The position `atMs` after the start; null when the session is over by then. */
export function positionAt(steps: readonly SessionStep[], atMs: number): CoursePosition | null {
  const allMs = lengthS(steps) * 1000;
  let beganMs = 0;
  for (const [index, { seconds }] of steps.entries()) {
    const endMs = beganMs + seconds * 1000;
    if (atMs < endMs) return { index, leftMs: endMs - atMs, allLeftMs: allMs - atMs };
    beganMs = endMs;
  }
  return null;
}

/** The levels in a step: its own, and those of earlier steps for zones that it does not name. */
export function levelsIn(steps: readonly SessionStep[], index: number): Readonly<Record<string, number>> {
  return Object.assign({}, ...steps.slice(0, index + 1).map(({ levels }) => levels ?? {}));
}

/** The programme and temperature in a step. */
export function settingIn(steps: readonly SessionStep[], index: number): { readonly programme?: string; readonly temperatureC?: number } {
  const so = steps.slice(0, index + 1);
  const programme = so.findLast((step) => step.programme !== undefined)?.programme;
  const temperatureC = so.findLast((step) => step.temperatureC !== undefined)?.temperatureC;
  return { ...(programme === undefined ? {} : { programme }), ...(temperatureC === undefined ? {} : { temperatureC }) };
}
