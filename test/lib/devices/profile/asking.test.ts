import { describe, expect, it } from 'vitest';
import { uuid16 } from '../../../../lib/bluetooth/uuid';
import { kindOfProfile } from '../../../../lib/devices/profile';
import { framedDevice, type Send } from '../../../../lib/simulated/framed/framed-device';
import { allows } from '../../../../lib/simulated/peripheral';
import { bench } from './bench';
import { ASKED_BELT, madeUp } from './made-up';

const [service, status, command] = [0xfff0, 0xfff1, 0xfff2].map(uuid16) as [string, string, string];
const SPEED = 'a1 82';
const STATE = 'a1 91';

/** A belt at 1.00 mph in state 3 whose answers come `lateMs` after their question; null: never. */
function slowBelt(late: Readonly<Record<string, number | null>>) {
  const asked: { readonly atMs: number; readonly question: string }[] = [];
  const model = framedDevice({ address: '5E:B0:00:00:02:99', name: 'Made up', advertised: [service] }, (send: Send) => ({
    services: [
      {
        uuid: service,
        characteristics: [
          { uuid: status, properties: allows('notify') },
          { uuid: command, properties: allows('write') },
        ],
      },
    ],
    obey(_, bytes, atMs) {
      const question = Buffer.from(bytes.subarray(0, 2)).toString('hex').replace(/(..)/, '$1 ');
      asked.push({ atMs, question });
      const lateMs = late[question];
      if (lateMs != null) send(status, Uint8Array.from(question === SPEED ? [0xa1, 0xaa, 1, 0] : [0xa1, 0xaa, 3, 0]), atMs + lateMs);
      return { meaning: question };
    },
    state: () => ({ running: true, levels: {} }),
  }));
  return { model, asked };
}

async function watch(late: Readonly<Record<string, number | null>>, forMs: number) {
  const { model, asked } = slowBelt(late);
  const { driver, clock } = await bench(kindOfProfile(madeUp(ASKED_BELT)), model);
  const seen: (typeof driver.telemetry.value)[] = [];
  for (let ms = 0; ms < forMs; ms += 50) {
    await clock.advance(50);
    seen.push(driver.telemetry.value);
  }
  return { asked, seen };
}

describe('answers that do not name their question', () => {
  it('are taken for the question that is open', async () => {
    const { seen, asked } = await watch({ [SPEED]: 30, [STATE]: 30 }, 5000);
    expect(seen.at(-1)).toEqual({ running: true, speedKmh: 1.609344 });
    // Both polls run, whichever is first.
    expect(new Set(asked.map(({ question }) => question))).toEqual(new Set([SPEED, STATE]));
  });

  it('are never taken for the next one, however late they are within two seconds', async () => {
    for (const lateMs of [300, 900, 1500, 1900]) {
      const { seen, asked } = await watch({ [SPEED]: lateMs, [STATE]: 30 }, 12_000);
      expect(asked.length).toBeGreaterThan(4);
      // State 3 read as a speed would be 3 mph; a speed of 1.00 read as a state would be state 1, at rest.
      for (const { speedKmh, running } of seen) {
        expect([undefined, 1.609344]).toContain(speedKmh);
        expect([undefined, true]).toContain(running);
      }
      expect(seen.at(-1)?.speedKmh).toBe(1.609344);
    }
  });

  it('do not come for a question that the device ignores, and the others go on', async () => {
    const { seen, asked } = await watch({ [SPEED]: null, [STATE]: 30 }, 20_000);
    expect(seen.at(-1)).toEqual({ running: true });
    expect(asked.filter(({ question }) => question === STATE).length).toBeGreaterThan(4);
    // An ignored question is given up after two seconds, and nothing else is asked meanwhile.
    for (const [i, { atMs, question }] of asked.entries()) {
      const next = asked[i + 1];
      if (question === SPEED && next !== undefined) expect(next.atMs - atMs).toBeGreaterThanOrEqual(2000);
    }
  });
});
