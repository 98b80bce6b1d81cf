import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../../../lib/i18n';
import messages from '../../../../public/_locales/en/messages.json';
import { FAULTS, listCells, PHASES } from '../../../soak/faults/cells';
import { judge } from '../../../soak/faults/judge';
import { pickWorst } from '../../../soak/faults/pick-worst';
import { type CellResult, runCell } from '../../../soak/faults/run-cell';
import { WORST } from '../../../soak/faults/worst';

/** A sample with every phase and every fault for both devices; the whole matrix is `npm run faults`. */
const EVERY = 4;
const SAMPLE = listCells().filter((_, at) => at % EVERY === 0);

beforeEach(() => {
  speak('en', messages);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  speak(null);
  vi.restoreAllMocks();
});

describe('phase, fault, Stop: the device rests, and nobody is told otherwise', () => {
  it('the sample has every phase and every fault', () => {
    expect(new Set(SAMPLE.map(({ phase }) => phase)).size).toBe(PHASES.length);
    expect(new Set(SAMPLE.map(({ fault }) => fault)).size).toBe(FAULTS.length);
  });

  it.each(SAMPLE.map((cell) => [cell.device, cell.phase, cell.fault, cell] as const))('%s, %s, %s', async (_, _phase, _fault, cell) => {
    const result = await runCell(cell);
    expect(result, JSON.stringify(result)).toMatchObject({ wrong: null });
    expect(result.deviceDoes).not.toBe('');
    expect(result.userSees).not.toBe('');
  });
});

/** A cell as it should be. */
const GOOD: Parameters<typeof judge>[0] = {
  device: 'jensen-bed',
  phase: 'running',
  fault: 'link-lost',
  ran: true,
  answer: 'stop-pending',
  session: 'unknown stop-not-told',
  asked: false,
  stopsArrived: 0,
  restsAfterS: 12.5,
  presses: 1,
  movedAgain: false,
  unasked: [],
  obeyed: [],
  userSees: 'The stop could not be sent.',
  userSeesInTheEnd: 'Stopped.',
};

describe('a cell is wrong', () => {
  it.each<[string, Partial<typeof GOOD>]>([
    ['when the device moves again', { movedAgain: true }],
    ['when it never rests', { restsAfterS: null }],
    ['when something was written that nobody asked for', { unasked: ['120100000000'] }],
    ['when a page was obeyed', { obeyed: ['start'] }],
    ['when a stop was accepted and none arrived', { answer: 'accepted', restsAfterS: 1 }],
    ['when a stop was accepted and the device ran on', { answer: 'accepted', stopsArrived: 1 }],
    ['when nobody is told that it may still run', { session: 'ended' }],
    ['when the screen says nothing', { userSees: '' }],
  ])('%s', (_, change) => {
    expect(judge(GOOD)).toBeNull();
    expect(judge({ ...GOOD, ...change })).not.toBeNull();
  });

  it('unless only the eye can tell that the device runs on', () => {
    const taken = { ...GOOD, answer: 'accepted', stopsArrived: 1, session: 'ended' } as const;
    expect(judge({ ...taken, fault: 'device-lies-rests' })).toBeNull();
    expect(judge({ ...taken, fault: 'device-lies-rests', stopsArrived: 0 })).not.toBeNull();
  });
});

describe('the worst cells', () => {
  const RESULTS = listCells().map((cell) => ({ ...GOOD, ...cell, restsAfterS: 1, deviceDoes: '', wrong: null }));

  it('are thirty different ones with every phase and every fault, as many on each device', () => {
    for (const cells of [WORST, pickWorst(RESULTS, 30)]) {
      expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(30);
      expect(new Set(cells.map(({ phase }) => phase))).toEqual(new Set(PHASES));
      expect(new Set(cells.map(({ fault }) => fault))).toEqual(new Set(FAULTS));
      expect(cells.filter(({ device }) => device === 'jensen-bed').length).toBe(15);
    }
  });

  it.each<[string, Partial<CellResult>]>([
    ['a device that rests late', { restsAfterS: 20 }],
    ['one that never rests', { restsAfterS: null }],
    ['one that a person is asked about', { asked: true }],
    ['one that needs a second press', { presses: 2 }],
  ])('begin with %s', (_, worse) => {
    const at = RESULTS.findIndex(({ fault, phase }) => fault === 'none' && phase === 'paused');
    const results = RESULTS.map((one, i) => (i === at ? { ...one, ...worse } : one));
    expect(pickWorst(results, 30)[0]).toEqual({ device: 'jensen-bed', phase: 'paused', fault: 'none' });
    const resting = results.map((one, i) => (i === at ? { ...one, ran: false } : one));
    if (worse.restsAfterS !== null) expect(pickWorst(resting, 30)[0]).not.toEqual(pickWorst(results, 30)[0]);
  });
});
