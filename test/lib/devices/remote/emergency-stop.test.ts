import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stopWords, worstOutcome } from '../../../../components/running/stop-words';
import { EmergencyStop, type RunningThing } from '../../../../lib/devices/remote/emergency-stop';
import type { CommandOutcome } from '../../../../lib/devices/remote/schema';
import { speakEnglish } from '../../../support/english';
import { settled } from '../../../support/until';

const runs = (name: string, own: RunningThing['own'] = null, linked = true): RunningThing => ({ id: name, name, own, linked });
const BOTH = [runs('Boots'), runs('Belt')];

/** Two devices run; some of them rest by the time of the answer. */
async function press(outcome: CommandOutcome, left: readonly RunningThing[]) {
  let devices: readonly RunningThing[] = BOTH;
  const emergency = new EmergencyStop({
    running: () => ({ devices, timers: [] }),
    stopAll: async () => {
      devices = left;
      return outcome;
    },
    ownsTimers: () => true,
  });
  expect(emergency.press()).toBe(true);
  await settled();
  return {
    outcomes: () => emergency.answer.value?.devices.map((one) => [one.name, one.outcome]) ?? null,
    says: () => (emergency.answer.value === null ? null : stopWords(emergency.answer.value)),
    worst: () => (emergency.answer.value === null ? null : worstOutcome(emergency.answer.value)),
    becomes(now: readonly RunningThing[]) {
      devices = now;
      emergency.follow();
    },
  };
}

beforeEach(() => {
  speakEnglish();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe('the answer to Escape', () => {
  it('names all that ran when everything was stopped', async () => {
    expect((await press('accepted', [])).says()).toBe('Stopped: Boots and Belt.');
  });

  it.each(['failed', 'not-stopped', 'stop-pending', 'stopping'] as const)(
    'for “%s” says it of what still runs, and names the rest',
    async (outcome) => {
      const left = runs('Boots', outcome === 'not-stopped' ? 'not-stopped' : null);
      const the = await press(outcome, [left, runs('Other')]);
      expect(the.outcomes()).toEqual([
        ['Boots', outcome],
        ['Belt', 'accepted'],
      ]);
    },
  );

  it('names all when it failed and nobody knows what runs', async () => {
    expect((await press('failed', [])).outcomes()).toEqual([
      ['Boots', 'failed'],
      ['Belt', 'failed'],
    ]);
  });

  it('gives each its own outcome, not the worst of all', async () => {
    const the = await press('not-stopped', [runs('Boots', 'not-stopped'), runs('Belt')]);
    expect([the.says(), the.worst()]).toEqual([
      'Did not stop: Boots. Switch off whatever still moves, at the device. Told to stop: Belt.',
      'not-stopped',
    ]);
    const without = await press('not-stopped', [runs('Boots', 'not-stopped'), runs('Belt', null, false)]);
    expect(without.outcomes()).toEqual([
      ['Boots', 'not-stopped'],
      ['Belt', 'failed'],
    ]);
  });

  it('keeps naming the one that rested first, and follows the other until it rests or moves again', async () => {
    const the = await press('stopping', BOTH);
    expect(the.says()).toBe('Told to stop: Boots and Belt.');
    the.becomes([runs('Belt')]);
    expect(the.says()).toBe('Told to stop: Belt. Stopped: Boots.');
    the.becomes([]);
    expect(the.says()).toBe('Stopped: Boots and Belt.');
    the.becomes([runs('Belt', 'not-stopped')]);
    expect(the.says()).toBe('Did not stop: Belt. Switch off whatever still moves, at the device. Stopped: Boots.');
  });

  it('says nothing any more of a device that was started again', async () => {
    const the = await press('accepted', []);
    the.becomes([runs('Boots')]);
    expect(the.says()).toBe('Stopped: Belt.');
    the.becomes(BOTH);
    expect(the.says()).toBeNull();
  });

  it('does not take a device for started again that was not yet seen at rest', async () => {
    const the = await press('accepted', BOTH);
    the.becomes(BOTH);
    expect(the.says()).toBe('Stopped: Boots and Belt.');
  });
});
