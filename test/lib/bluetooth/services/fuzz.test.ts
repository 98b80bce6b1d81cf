import { expect, it } from 'vitest';
import { fuzzDecoders } from '../../../soak/fuzz-decoders';

it('30,000 random packets: no decoder throws, and no number leaves its limits', async () => {
  const result = await fuzzDecoders({ packets: 30_000, seed: 1 });
  const counts = Object.values(result.decoders);
  expect(counts.reduce((sum, { packets }) => sum + packets, 0)).toBe(30_000);
  for (const { packets, values } of counts) expect(values).toBeGreaterThan(packets / 20);
  expect(await fuzzDecoders({ packets: 3000, seed: 2 })).toEqual(await fuzzDecoders({ packets: 3000, seed: 2 }));
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});
