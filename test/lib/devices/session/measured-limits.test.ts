import { expect, it } from 'vitest';
import { speakEnglish } from '../../../support/english';
import { importedKind, importedRig, MADE_UP, madeUpDevice, STATE } from './imported-rig';
import { makePlan } from './set-up';

speakEnglish();

const frames = {
  lv: { to: 'command', bytes: ['01', { value: 'level.feet', type: 'u8' }] },
  on: { to: 'command', bytes: ['01 01'] },
  go: { to: 'command', bytes: ['02 01'] },
  halt: { to: 'command', bytes: ['02 00'] },
};
const status = (to: string) => [{ from: 'state', begins: '73', fields: [{ to, at: 1, type: 's8' }] }];
const HEATER = {
  ...MADE_UP,
  class: 'thermal',
  frames: { lv: frames.lv, go: frames.go, halt: frames.halt },
  zones: [{ id: 'feet', control: 'absolute', range: { min: 0, max: 10, step: 1 }, set: [{ write: 'lv' }] }],
  start: [{ write: 'go' }],
  stop: ['halt'],
  status: status('temperatureC'),
};
const BELT = {
  ...MADE_UP,
  class: 'belt',
  frames: { on: frames.on, go: frames.go, halt: frames.halt },
  zones: [{ id: 'belt', control: 'switch', on: [{ write: 'on' }], off: [{ write: 'halt' }] }],
  start: [{ write: 'go' }],
  stop: ['halt'],
  status: status('speedKmh'),
};

/** Runs a session on a device that measures what `is` says. */
async function running(profile: object, plan: Parameters<Awaited<ReturnType<typeof importedRig>>['start']>[0], first: number) {
  const is = { on: false, measured: first };
  const model = madeUpDevice('Made up 1', () => ({
    obey(_, [op, value]) {
      if (op === 2) is.on = value === 1;
      return { meaning: 'ok' };
    },
    state: () => ({ running: is.on, levels: {} }),
    tells: { everyMs: 1000, packet: () => ({ characteristic: STATE, bytes: Uint8Array.of(0x73, (is.on ? is.measured : 0) & 255) }) },
  }));
  const rig = await importedRig(importedKind(profile), model);
  rig.start(plan);
  await rig.app.pass(20);
  return { is, rig };
}

it.each([
  ['a heater with levels', 65, '65.0°C measured, 45.0°C is the highest temperature.'],
  ['a cooler with levels', -12, '-12.0°C measured, 4.0°C is the lowest temperature.'],
])('%s shows its temperature, and is stopped at one that is not allowed', async (_, celsius, words) => {
  const plan = { ...makePlan({ levels: { feet: 3 }, seconds: 600 }), modality: 'warm-bath' as const };
  const { is, rig } = await running(HEATER, plan, 30);
  const before = { state: rig.state(), screen: rig.screen() };
  is.measured = celsius;
  await rig.app.pass(5);
  const after = { state: rig.state(), screen: rig.screen() };
  rig.end();
  expect(before).toEqual({ state: 'running', screen: expect.stringContaining('Temperature: – (30.0°C measured)') });
  expect(after.state).not.toBe('running');
  expect(after.screen).toContain(words);
  expect(is.on).toBe(false);
});

it('a heater that is too hot on a new link is stopped while its person is still asked whether it runs', async () => {
  const plan = { ...makePlan({ levels: { feet: 3 }, seconds: 600 }), modality: 'warm-bath' as const };
  const { is, rig } = await running(HEATER, plan, 30);
  rig.lose();
  await rig.app.pass(5);
  rig.back();
  await rig.app.pass(10);
  const before = rig.screen();
  is.measured = 65;
  await rig.app.pass(5);
  const after = rig.screen();
  rig.end();
  expect(before).toContain('Does the device still run?');
  expect(after).toContain('65.0°C measured, 45.0°C is the highest temperature.');
  expect(is.on).toBe(false);
});

it('a belt with only a switch shows its speed, and is stopped when it is too fast', async () => {
  const plan = { ...makePlan({ levels: { belt: 1 }, seconds: 600 }), modality: 'active-recovery' as const };
  const { is, rig } = await running(BELT, plan, 3);
  const before = { state: rig.state(), screen: rig.screen() };
  is.measured = 15;
  await rig.app.pass(5);
  const after = { state: rig.state(), screen: rig.screen() };
  rig.end();
  expect(before).toEqual({ state: 'running', screen: expect.stringContaining('Speed: 1.9 mph measured') });
  expect(after.state).not.toBe('running');
  expect(after.screen).toContain('highest speed');
  expect(is.on).toBe(false);
});
