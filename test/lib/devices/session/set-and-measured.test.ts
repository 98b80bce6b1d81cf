import { describe, expect, it } from 'vitest';
import { speakEnglish } from '../../../support/english';
import { importedKind, importedRig, MADE_UP, madeUpDevice, STATE } from './imported-rig';
import { makePlan } from './set-up';

speakEnglish();

const WALK = { ...makePlan({ levels: { belt: 2 }, seconds: 600 }), modality: 'active-recovery' as const };
const frames = {
  speed: { to: 'command', bytes: ['01', { value: 'level.belt', type: 'u8', multiply: 10 }] },
  go: { to: 'command', bytes: ['02 01'] },
  halt: { to: 'command', bytes: ['02 00'] },
};
const BELT = {
  ...MADE_UP,
  class: 'belt',
  frames,
  zones: [{ id: 'belt', control: 'absolute', range: { min: 1, max: 6, step: 0.1 }, unit: 'km/h', set: [{ write: 'speed' }] }],
  start: [{ write: 'go' }],
  stop: ['halt'],
  status: [
    {
      from: 'state',
      begins: '73',
      fields: [
        { to: 'level.belt', at: 1, type: 'u8', divide: 10 },
        { to: 'speedKmh', at: 2, type: 'u8', divide: 10 },
      ],
    },
  ],
};

/** A belt that reports the speed that it is set to and, as `tenths`, the one that it has. */
function belt() {
  const is = { on: false, set: 0, tenths: null as number | null, keeps: false };
  const model = madeUpDevice('Made up 1', () => ({
    obey(_, bytes) {
      if (bytes[0] === 1) is.set = bytes[1] ?? 0;
      else if (bytes[1] === 1) is.on = true;
      else {
        is.on = is.tenths !== null;
        if (!is.keeps) is.set = 0;
      }
      return { meaning: 'ok' };
    },
    state: () => ({ running: is.on, levels: {} }),
    tells: {
      everyMs: 1000,
      packet: () => ({ characteristic: STATE, bytes: Uint8Array.of(0x73, is.set, is.on ? (is.tenths ?? is.set) : 0) }),
    },
  }));
  return { is, model };
}

describe('a belt that reports the speed it is set to and the speed it has', () => {
  async function walking() {
    const { is, model } = belt();
    const rig = await importedRig(importedKind(BELT), model);
    rig.start(WALK);
    await rig.app.pass(25);
    return { is, rig };
  }

  it('is stopped when it is too fast', async () => {
    const { is, rig } = await walking();
    is.tenths = 120;
    await rig.app.pass(10);
    const seen = { state: rig.state(), screen: rig.screen() };
    rig.end();
    expect(seen.state).not.toBe('running');
    expect(seen.screen).toContain('7.5 mph measured');
  });

  it('is not said to be stopped while it moves', async () => {
    const { is, rig } = await walking();
    is.tenths = 20;
    await rig.stop();
    await rig.app.pass(20);
    const seen = { moves: rig.app.runs(), screen: rig.screen() };
    rig.end();
    expect(seen).toEqual({ moves: true, screen: expect.stringContaining('did not stop') });
  });

  it('rests at 0 km/h, whatever it stays set to', async () => {
    const { is, rig } = await walking();
    is.keeps = true;
    await rig.stop();
    await rig.app.pass(20);
    const seen = { set: is.set, screen: rig.screen(), left: rig.app.left().length };
    rig.end();
    expect(seen).toEqual({ set: 20, screen: expect.not.stringContaining('did not stop'), left: 0 });
  });
});

describe('a bed that keeps the level that it is set to while it is off', () => {
  const status = (means: object) => ({
    status: [{ from: 'state', begins: '73', fields: [{ to: 'level.head', at: 1, type: 'u8', ...means }] }],
  });
  const bedProfile = (means: object) => ({
    ...MADE_UP,
    class: 'massage',
    frames: { ...frames, speed: { to: 'command', bytes: ['01', { value: 'level.head', type: 'u8' }] } },
    zones: [{ id: 'head', control: 'absolute', range: { min: 0, max: 10, step: 1 }, set: [{ write: 'speed' }] }],
    start: [{ write: 'go' }],
    stop: ['halt'],
    ...status(means),
  });
  const off = () =>
    madeUpDevice('Made up 1', () => ({
      obey: () => ({ meaning: 'ok' }),
      state: () => ({ running: false, levels: {} }),
      tells: { everyMs: 1000, packet: () => ({ characteristic: STATE, bytes: Uint8Array.of(0x73, 4) }) },
    }));

  it.each([
    [{ means: 'set' }, false],
    [{ means: 'output' }, true],
    [{}, true],
  ])('with %o is said to move: %s', async (means, moves) => {
    const rig = await importedRig(importedKind(bedProfile(means)), off());
    await rig.app.pass(5);
    const screen = rig.screen();
    const started = rig.start({ ...makePlan({ levels: { head: 3 }, seconds: 600 }), modality: 'bed-massage' });
    rig.end();
    expect([screen.includes('reports movement'), started]).toEqual([moves, !moves]);
  });
});
