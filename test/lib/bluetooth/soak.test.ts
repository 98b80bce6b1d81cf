import { expect, it } from 'vitest';
import { soakBluetooth } from '../../soak/bluetooth';

/** The long one is `npm run soak -- bluetooth`. */
it('200 random sessions: nothing is lost, reordered, concurrent or left over, and each ends ready, failed or closed', async () => {
  const { wrong, story, finalStates, counts } = await soakBluetooth({ sessions: 200, seed: 1 });
  expect([wrong, story]).toEqual([[], []]);
  expect(Object.keys(finalStates).sort()).toEqual(['closed', 'failed', 'ready']);
  // Meaningful only if every state occurred with every event that is possible in it.
  const met = (heading: keyof typeof counts, key: string) => counts[heading][key] ?? 0;
  for (const state of ['choosing', 'connecting', 'discovering', 'ready', 'lost', 'reconnecting']) {
    for (const act of ['close', 'open', 'choose']) expect(met('acts', `${act} while ${state}`), `${act} while ${state}`).toBeGreaterThan(0);
  }
  for (const end of ['done', 'superseded', 'disconnected', 'timeout', 'in-progress', 'gatt-error']) {
    expect(met('operations', end), end).toBeGreaterThan(0);
  }
}, 120_000);

it('the same seed gives the same run; another seed gives another', async () => {
  const computeDigest = async (seed: number) => (await soakBluetooth({ sessions: 15, seed })).digest;
  const first = await computeDigest(1);
  expect(await computeDigest(1)).toBe(first);
  expect(await computeDigest(2)).not.toBe(first);
}, 60_000);
