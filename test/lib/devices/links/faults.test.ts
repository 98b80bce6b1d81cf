import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listCells } from '../../../soak/faults/cells';
import { runCell } from '../../../soak/faults/run-cell';

/** Here the device without a timer of its own, which needs the stop most; the whole matrix is `npm run faults`. */
const SHORT = listCells().filter(({ device }) => device === 'jensen-bed');

describe('phase, fault, Stop: the device rests, and nobody is told otherwise', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(SHORT.map((cell) => [cell.device, cell.phase, cell.fault, cell] as const))('%s, %s, %s', async (_, _phase, _fault, cell) => {
    const result = await runCell(cell);
    expect(result, JSON.stringify(result)).toMatchObject({ wrong: null });
  });
});
