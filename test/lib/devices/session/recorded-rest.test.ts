import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endWords } from '../../../../components/session/words';
import { type Capabilities, DriverFault } from '../../../../lib/devices/driver';
import { speak } from '../../../../lib/i18n';
import messages from '../../../../public/_locales/en/messages.json';
import { BELT, BOOTS } from './fake-device';
import { makePlan, setUp } from './set-up';

const REPORTING: Capabilities = { ...BOOTS, telemetry: ['running'] };
const PLAN = makePlan({ levels: { legs: 3 }, seconds: 600 });

beforeEach(() => speak('en', messages));
afterEach(() => speak(null));

async function running(capabilities = REPORTING) {
  const all = setUp(PLAN, capabilities);
  all.start();
  if (capabilities.telemetry.length > 0) all.device.telemetry.value = { running: true };
  await all.clock.advance(10_000);
  expect(all.runner.view.state.value).toBe('running');
  const says = async (moves: boolean, ms: number) => {
    for (let passedMs = 0; passedMs < ms; passedMs += 1000) {
      all.device.telemetry.value = { running: moves };
      await all.clock.advance(1000);
    }
  };
  const words = () => {
    const { end = null, fault = null, rest = null } = all.record() ?? {};
    return end === null ? null : endWords(end, fault, rest);
  };
  return { ...all, says, words };
}

describe('the record of a session that was stopped', () => {
  it('says Stopped when the device reported rest, and only then', async () => {
    const { runner, says, words } = await running();
    void runner.stop();
    await says(true, 1000);
    expect(words()).toBe('Told to stop. The device was not seen at rest.');
    await says(false, 2000);
    expect(words()).toBe('Stopped.');
  });

  it('says that the device did not stop, until it does', async () => {
    const { runner, says, words } = await running();
    void runner.stop();
    await says(true, 20_000);
    expect(words()).toBe('Told to stop. The device did not stop.');
    await says(false, 20_000);
    expect(words()).toBe('Stopped.');
  });

  it('says so as well when the device rested, moved again, and a person said that it is off', async () => {
    const { runner, says, words } = await running();
    void runner.stop();
    await says(false, 2000);
    await says(true, 3000);
    runner.retire();
    expect([runner.view.state.value, words()]).toEqual(['ended', 'Told to stop. The device did not stop.']);
  });

  it('says so when the device refused the stop, though it reports nothing', async () => {
    const { clock, device, runner, words } = await running(BOOTS);
    for (let tries = 0; tries < 3; tries++) device.failures.push(new DriverFault('refused-by-device'));
    void runner.stop();
    await clock.advance(5000);
    expect(words()).toBe('Told to stop. The device did not stop.');
  });

  it('says nothing of rest for a device that need not report it', async () => {
    const { clock, runner, record, words } = await running(BOOTS);
    void runner.stop();
    await clock.advance(20_000);
    expect([record()?.rest, words()]).toEqual([undefined, 'Stopped.']);
  });

  it('says that rest was not seen when the link was lost before, or the tab was closed', async () => {
    const lost = await running();
    void lost.runner.stop();
    await lost.says(true, 1000);
    lost.device.lose();
    await lost.clock.advance(5000);
    expect(lost.words()).toBe('Told to stop. The device was not seen at rest.');
    const left = await running();
    left.runner.leave();
    expect(left.words()).toBe('Ended: the tab was closed. The device was not seen at rest.');
  });

  it('agrees with every surface at any moment', async () => {
    const phase = fc.record({ moves: fc.boolean(), seconds: fc.integer({ min: 1, max: 8 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(phase, { minLength: 1, maxLength: 8 }), async (phases) => {
        const { runner, record, says } = await running();
        void runner.stop();
        for (const { moves, seconds } of phases) {
          await says(moves, seconds * 1000);
          const { unrest, rest } = runner.view;
          expect(record()?.rest).toBe(rest.value);
          expect(rest.value === 'moves').toBe(unrest.value !== null);
          if (runner.view.state.value === 'ended') expect(rest.value).toBe('seen');
        }
      }),
      { numRuns: 40 },
    );
  });
});

it('a session that was paused for too long says so, and not that somebody stopped it', async () => {
  const { clock, runner, start, record } = setUp({ ...makePlan({ levels: { belt: 2 }, seconds: 600 }), modality: 'active-recovery' }, BELT);
  start();
  await clock.advance(5000);
  runner.pause();
  await clock.advance(601_000);
  expect([runner.view.end.value, record()?.end, endWords('paused-too-long')]).toEqual([
    'paused-too-long',
    'paused-too-long',
    'Ended: the pause was too long.',
  ]);
});
