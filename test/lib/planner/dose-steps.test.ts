import { describe, expect, it } from 'vitest';
import { hardRun, items, plan } from './scenario';

describe('the steps of an item', () => {
  it.each([
    ['the beginner’s', 0, true],
    ['the experienced', 10, false],
  ])('cold water, %s dose: only the dose for the first three times has their limit', (_, plunges, has) => {
    const found = items(plan({ activities: [hardRun], equipment: ['cold-bath'], plunges }), 'cold-water-immersion');
    expect(found.length).toBeGreaterThan(0);
    for (const item of found) {
      expect(item.steps.includes('cold_first_three')).toBe(has);
      expect(item.dose).not.toHaveProperty('steps');
    }
  });
});
