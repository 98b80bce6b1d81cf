import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UnaskedRun } from '../../../../lib/devices/links/unasked-run';
import { BOOTS } from '../session/fake-device';
import { setUp } from '../session/set-up';

function watched() {
  const { device } = setUp(undefined, { ...BOOTS, telemetry: ['running', 'pressureMmHg'] });
  const now = { inSession: false };
  const run = new UnaskedRun(device, () => now.inSession);
  const says = (moves: boolean) => {
    device.telemetry.value = { running: moves };
  };
  return { device, now, run, says };
}

it('a run is nobody’s of ours when it is reported without a session that moves it or waits for its rest, and only then', () => {
  const step = fc.record({ session: fc.boolean(), moves: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const { now, run, says } = watched();
      for (const { session, moves } of steps) {
        now.inSession = session;
        says(moves);
        expect(run.unasked.value).toBe(moves && !session);
      }
    }),
  );
});

it('a pressure from before counts no more once the boots say that they are idle, and one after it does', () => {
  const { device, run, says } = watched();
  device.telemetry.value = { pressureMmHg: { legs: 40 } };
  expect(run.unasked.value).toBe(true);
  says(false);
  expect(run.unasked.value).toBe(false);
  device.telemetry.value = { pressureMmHg: { legs: 40 } };
  expect(run.unasked.value).toBe(true);
  run.lost();
  expect(run.unasked.value).toBe(false);
});

it('a person who says that it is off does not overrule what it reports', () => {
  const { now, run, says } = watched();
  now.inSession = true;
  says(true);
  // The session is over with the person's word.
  now.inSession = false;
  run.saidOff();
  // What it said before does not count against that person; what it says from now on does.
  expect(run.unasked.value).toBe(false);
  says(true);
  expect(run.unasked.value).toBe(true);
  says(false);
  expect(run.unasked.value).toBe(false);
});
