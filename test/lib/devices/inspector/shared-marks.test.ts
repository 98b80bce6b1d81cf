import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedMarks } from '../../../../lib/devices/inspector/shared-marks';
import type { Mark } from '../../../../lib/devices/marks/mark';
import { memoryMarks } from '../../../../lib/devices/marks/mark-store';

const makeTestMark = (id: string, driverKind: string): Mark => ({ id, name: null, driverKind, endsByItself: false, startedAtMs: 0 });

describe('marks of several parts of the inspector', () => {
  it('keep a device marked exactly as long as one part marks it', async () => {
    const step = fc.record({ part: fc.nat(2), id: fc.constantFrom('bed', 'belt'), marks: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const store = memoryMarks();
        const shared = new SharedMarks(store);
        const parts = [shared.part(), shared.part(), shared.part()];
        const marked = new Map<string, Set<number>>();
        for (const { part, id, marks } of steps) {
          const by = marked.get(id) ?? new Set<number>();
          marked.set(id, by);
          if (marks) by.add(part);
          else by.delete(part);
          await (marks ? parts[part]?.put(makeTestMark(id, `kind-${part}`)) : parts[part]?.remove(id));
          const stored = new Map((await store.read()).map((mark) => [mark.id, mark]));
          for (const [device, holders] of marked) {
            expect(stored.has(device)).toBe(holders.size > 0);
            if (holders.size > 0) expect([...holders].map((one) => `kind-${one}`)).toContain(stored.get(device)?.driverKind);
          }
        }
      }),
    );
  });

  it('remove what an earlier tab left in the store', async () => {
    const store = memoryMarks();
    await store.put(makeTestMark('bed', 'jensen-bed'));
    await new SharedMarks(store).part().remove('bed');
    expect(await store.read()).toEqual([]);
  });
});
