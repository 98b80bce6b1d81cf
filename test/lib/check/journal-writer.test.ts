import { beforeEach, describe, expect, it, vi } from 'vitest';
import { JournalWriter } from '../../../lib/check/journal-writer';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

function set() {
  const told: boolean[] = [];
  const written: string[] = [];
  const disk: { refuses: string | null } = { refuses: null };
  const writer = new JournalWriter((worked) => told.push(worked));
  const write = (name: string) =>
    writer.write(async () => {
      await null;
      if (disk.refuses !== null) throw Object.assign(new Error('refused'), { name: disk.refuses });
      written.push(name);
    });
  return { writer, write, told, written, disk };
}

describe('a journal', () => {
  it('is written in the order of the calls', async () => {
    const { writer, write, written, told } = set();
    for (const name of ['a', 'b', 'c']) write(name);
    await writer.settled();
    expect([written, told]).toEqual([
      ['a', 'b', 'c'],
      [true, true, true],
    ]);
  });

  it.each(['QuotaExceededError', 'DatabaseClosedError', 'AbortError'])(
    'keeps what the disk refuses (%s), and writes it when it can',
    async (name) => {
      const { writer, write, written, told, disk } = set();
      disk.refuses = name;
      write('first');
      await writer.settled();
      expect([written, told.at(0)]).toEqual([[], false]);
      write('second');
      await writer.settled();
      disk.refuses = null;
      write('third');
      await writer.settled();
      expect([written, told.at(-1)]).toEqual([['first', 'second', 'third'], true]);
    },
  );

  it('tries once more when it is to be settled, and does not wait for ever', async () => {
    const { writer, write, written, disk } = set();
    disk.refuses = 'QuotaExceededError';
    write('first');
    await writer.settled();
    disk.refuses = null;
    await writer.settled();
    expect(written).toEqual(['first']);
  });

  it('drops a write that would fail again, and goes on', async () => {
    const { writer, write, written, told } = set();
    writer.write(() => Promise.reject(new Error('no such recording')));
    write('next');
    await writer.settled();
    expect([written, told]).toEqual([['next'], [false, true]]);
  });
});
