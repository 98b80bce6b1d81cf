import { describe, expect, it } from 'vitest';
import { simulatedJensen } from '../../../../lib/simulated/framed/jensen';
import { bench } from '../profile/bench';
import { kind } from './profiles';

const jensen = kind('jensen-bed');

/** kristofferR/ha-adjustable-bed, docs/beds/jensen.md. */
describe('a Jensen bed', () => {
  it('is unlocked, woken and asked for its features', async () => {
    const { setUp } = await bench(jensen, simulatedJensen());
    expect(setUp).toEqual(['1e 03 00 06 00 00', '10 ff 00 00 00 00', '0a 00 00 00 00 00']);
  });

  it('gets both zones in one frame, and off', async () => {
    const bed = simulatedJensen();
    const { apply, stop, sent } = await bench(jensen, bed);
    await apply({ kind: 'level', zone: 'head', level: 5 });
    await apply({ kind: 'level', zone: 'foot', level: 5 });
    expect(bed.state(0)).toEqual({ running: true, levels: { head: 5, foot: 5 } });
    await stop();
    expect(sent).toEqual(['12 05 00 00 00 00', '12 05 05 00 00 00', '12 00 00 00 00 00']);
    expect(bed.state(0).running).toBe(false);
    await apply({ kind: 'level', zone: 'foot', level: 1 });
    expect(sent.at(-1)).toBe('12 00 01 00 00 00');
    expect(bed.refusals).toEqual([]);
  });

  it('accepts its own PIN, and stays locked with another', async () => {
    const bed = simulatedJensen({ pin: '1234' });
    await bench(jensen, bed, { pin: '1234' });
    expect(bed.refusals).toEqual([]);
    const locked = simulatedJensen({ pin: '1234' });
    await expect(bench(jensen, locked)).rejects.toMatchObject({ code: 'gatt-error' });
  });

  it('shows only its existing zones', async () => {
    const { driver, clock } = await bench(jensen, simulatedJensen({ massage: ['foot'] }));
    await clock.advance(100);
    expect(driver.capabilities.value.zones.map(({ id }) => id)).toEqual(['foot']);
  });

  it('never gets more than 10, and no motor command', async () => {
    const bed = simulatedJensen();
    const { apply } = await bench(jensen, bed);
    await expect(apply({ kind: 'level', zone: 'head', level: 11 })).rejects.toMatchObject({ code: 'out-of-range' });
    await expect(apply({ kind: 'level', zone: 'head', level: Number.NaN })).rejects.toMatchObject({ code: 'out-of-range' });
    await expect(apply({ kind: 'nudge', zone: 'head', direction: 'up' })).rejects.toMatchObject({ code: 'not-supported' });
    await apply({ kind: 'level', zone: 'head', level: 4.9 });
    expect(bed.state(0).levels.head).toBe(4);
    expect(bed.accepted.filter(({ meaning }) => meaning === 'motor')).toEqual([]);
  });
});
