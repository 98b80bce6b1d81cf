import { afterEach, beforeEach, expect, it } from 'vitest';
import { speak } from '../../../../lib/i18n';
import messages from '../../../../public/_locales/en/messages.json';
import { importedKind, importedRig, MADE_UP, madeUpDevice, STATE } from './imported-rig';
import { makePlan } from './set-up';

/** After a stop, Rebound asks an imported device nothing more. What the device says by itself after its time to rest counts all the same. */

beforeEach(() => speak('en', messages));
afterEach(() => speak(null));

const PROFILE = {
  ...MADE_UP,
  class: 'massage',
  frames: {
    begin: { to: 'command', bytes: ['05'] },
    level: { to: 'command', bytes: ['01', { value: 'level.back', type: 'u8' }] },
    ask: { to: 'command', bytes: ['09'] },
    off: { to: 'command', bytes: ['00'] },
  },
  zones: [{ id: 'back', control: 'absolute', range: { min: 0, max: 5, step: 1 }, set: [{ write: 'level' }] }],
  start: [{ write: 'begin' }],
  stop: ['off'],
  poll: { everyMs: 1000, steps: [{ write: 'ask' }] },
  status: [{ from: 'state', begins: '73', minLength: 2, fields: [{ to: 'running', at: 1, type: 'u8', above: 0 }] }],
};
const PLAN = makePlan({ levels: { back: 3 }, seconds: 600 });

it.each([
  ['ignored the stop', false],
  ['obeyed the stop, and a hand started it', true],
])('a device that %s is said to move, and no session starts on it', async (_, obeys) => {
  const device = { on: false, tells: false };
  const packet = () => ({ characteristic: STATE, bytes: Uint8Array.of(0x73, device.on ? 1 : 0) });
  const model = madeUpDevice('Made 1', (send) => ({
    obey(_, [op], atMs) {
      if (op === 5) device.on = true;
      if (op === 0 && obeys) device.on = false;
      if (op === 9) send(STATE, packet().bytes, atMs);
      return { meaning: 'obeyed' };
    },
    state: () => ({ running: device.on, levels: {} }),
    tells: { everyMs: 1000, packet: () => (device.tells ? packet() : null) },
  }));
  const rig = await importedRig(importedKind(PROFILE), model);
  expect(rig.start(PLAN)).toBe(true);
  await rig.app.pass(10);
  expect(await rig.stop()).toBe('accepted');
  await rig.app.pass(30);
  device.on = true;
  device.tells = true;
  await rig.app.pass(3);
  expect(rig.screen()).toContain('It reports movement, but no session is running.');
  expect(rig.start(PLAN)).toBe(false);
  device.on = false;
  await rig.app.pass(3);
  expect(rig.screen()).not.toContain('It reports movement');
  rig.end();
});
