import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../../lib/devices/marks/mark';
import { type MarkStore, memoryMarks } from '../../../lib/devices/marks/mark-store';
import { RunningMarks } from '../../../lib/devices/marks/running-marks';
import { settled } from '../../support/until';

const mark = (id: string): Mark => ({ id, name: id, driverKind: 'jensen-bed', endsByItself: false, startedAtMs: 1 });

/** A store that refuses while `full`. */
function set() {
  const inner = memoryMarks();
  const disk = { full: false };
  const refusing = async (work: () => Promise<void>) => {
    if (disk.full) throw new Error('QuotaExceededError');
    await work();
  };
  const store: MarkStore = {
    read: () => inner.read(),
    put: (one) => refusing(() => inner.put(one)),
    remove: (id) => refusing(() => inner.remove(id)),
  };
  const stored = async () => (await inner.read()).map(({ id }) => id).sort();
  return { marks: new RunningMarks(store), disk, inner, stored };
}

describe('marks of running devices', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it('that the store refused are written with the next one; until then that is said', async () => {
    const { marks, disk, stored } = set();
    disk.full = true;
    marks.started(mark('a'), false);
    await settled();
    expect([marks.unsaved.value, await stored()]).toEqual([true, []]);
    disk.full = false;
    marks.started(mark('b'), false);
    await settled();
    expect([marks.unsaved.value, await stored()]).toEqual([false, ['a', 'b']]);
  });

  it('one that is settled before the store was read does not come back', async () => {
    const { marks, inner, stored } = set();
    await inner.put(mark('a'));
    marks.saidOff('a');
    await marks.readStored();
    await settled();
    expect([marks.all.value.has('a'), await stored()]).toEqual([false, []]);
  });

  it('a store that cannot be read is said', async () => {
    const marks = new RunningMarks({ ...memoryMarks(), read: () => Promise.reject(new Error('corrupt')) });
    await marks.readStored();
    expect(marks.unsaved.value).toBe(true);
  });

  it('of simulated devices leave nothing in the store', async () => {
    const { marks, stored } = set();
    marks.started(mark('a'), true);
    await settled();
    expect([marks.all.value.has('a'), await stored()]).toEqual([true, []]);
  });

  it('nothing may start while a stop is sent or owed', async () => {
    const { marks } = set();
    expect(marks.mayStart('a')).toBe(true);
    let end = () => {};
    const sending = marks.whileStopping('a', () => new Promise<void>((resolve) => (end = resolve)));
    expect(marks.mayStart('a')).toBe(false);
    end();
    await sending;
    expect(marks.mayStart('a')).toBe(true);
    marks.oweStop('a');
    expect(marks.mayStart('a')).toBe(false);
    marks.atRest('a');
    expect(marks.mayStart('a')).toBe(true);
  });
});
