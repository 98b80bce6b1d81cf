import { beforeEach, expect, it, vi } from 'vitest';
import { EmergencyStop } from '../../../../lib/devices/remote/emergency-stop';
import type { CommandOutcome } from '../../../../lib/devices/remote/schema';
import { settled } from '../../../support/until';

/** Two devices run; some of them rest by the time of the answer. */
async function press(outcome: CommandOutcome, left: readonly string[]) {
  let devices: readonly string[] = ['Boots', 'Belt'];
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
  return emergency.answer.value?.devices;
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

it('names all that ran when everything was stopped', async () => {
  expect(await press('accepted', [])).toEqual(['Boots', 'Belt']);
});

it.each(['failed', 'not-stopped', 'stop-pending', 'stopping'] as const)('names for “%s” only what still runs', async (outcome) => {
  expect(await press(outcome, ['Boots', 'Other'])).toEqual(['Boots']);
});

it('names all when it failed and nobody knows what runs', async () => {
  expect(await press('failed', [])).toEqual(['Boots', 'Belt']);
});
