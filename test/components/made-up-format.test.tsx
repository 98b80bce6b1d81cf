import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type * as commandLineModule from '../../cli/command-line';
import type { MyHistoryCard } from '../../components/app/history-import/MyHistoryCard';
import type * as storageModule from '../../lib/storage';
import { historyBetween, type ReboundDatabase } from '../../lib/storage';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';
import { copyProject, type ProjectCopy } from '../support/project-copy';

/** A complete new format in one file. */
const MORNINGS = `
import { excerpt, type Importer } from '../importer';
import { dayIn, rmssdIn, toMornings } from '../morning-rows';
import { splitLines } from '../table';

/** "MADEUP" on a line of its own, then "2026-05-04 = 62". */
export const madeUp: Importer = {
  id: 'made-up',
  name: 'Made Up HRV',
  gives: 'mornings',
  extensions: ['.made'],
  sniff: ({ text }) => text.startsWith('MADEUP'),
  read({ text }) {
    return toMornings(
      splitLines(text)
        .slice(1)
        .map(({ text: row, line }) => {
          const [date = '', figure = ''] = row.split(' = ');
          const [day, rmssdMs] = [dayIn(date), rmssdIn(figure)];
          if (day === null) return { name: 'date', line, text: excerpt(date) };
          return rmssdMs === null ? { name: 'rmssd', line, text: excerpt(figure) } : { day, rmssdMs, hrBpm: null };
        }),
    );
  },
};
`;
/** Intervals as bytes, in tens of ms. */
const BEATS = `
import type { Importer } from '../importer';
import { toRr } from '../rr-values';

export const madeUpBeats: Importer = {
  id: 'made-up-beats',
  name: 'Made Up Beats',
  gives: 'rr',
  extensions: ['.beats'],
  sniff: ({ bytes }) => bytes[0] === 0xbe && bytes[1] === 0xa7,
  read: ({ bytes }) => toRr([...bytes.slice(2)].map((ten, i) => ({ line: i + 1, text: ten === 0 ? 'nothing' : String(ten * 10) })), true),
};
`;

let copy: ProjectCopy;
let db: ReboundDatabase;

beforeAll(() => {
  copy = copyProject();
  copy.write('lib/exchange/formats/made-up.ts', MORNINGS);
  copy.write('lib/exchange/formats/made-up-beats.ts', BEATS);
  copy.generate();
});
afterAll(() => copy.dispose());
beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  // The background does not answer here, so the badge stays unchanged.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  db = freshDatabase();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  db.close();
});

describe('a file format that is one file', () => {
  async function card() {
    const module = await copy.load<{ MyHistoryCard: typeof MyHistoryCard }>('components/app/history-import/MyHistoryCard.tsx');
    const { openDatabase } = await copy.load<typeof storageModule>('lib/storage/index.ts');
    db.close();
    db = openDatabase('test');
    const { container } = render(<module.MyHistoryCard db={db} />);
    const pick = (content: string) => {
      const input = container.querySelector('input[type=file]');
      if (!(input instanceof HTMLInputElement)) throw new Error('no file picker');
      Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], 'mine.made')] });
      fireEvent.change(input);
      return input;
    };
    return pick;
  }

  it('is recognised, previewed by name, and stored by id', async () => {
    const pick = await card();
    const input = pick('MADEUP\n2026-05-04 = 62\n2026-05-05 = 60.5\n');
    expect(input.accept.split(',')).toContain('.made');
    await waitFor(() => expect(screen.getByText('Nothing is stored yet. Source: Made Up HRV')).toBeTruthy());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Store' })).toHaveProperty('disabled', false));
    fireEvent.click(screen.getByRole('button', { name: 'Store' }));
    await waitFor(async () => expect(await db.histories.count()).toBe(2));
    expect(await db.histories.toArray()).toMatchObject([
      { source: 'made-up', day: '2026-05-04', rmssdMs: 62 },
      { source: 'made-up', day: '2026-05-05', rmssdMs: 60.5 },
    ]);
    const stored = await copy.load<typeof storageModule>('lib/storage/index.ts');
    expect(await stored.historyBetween(db, '2026-05-01', '2026-05-31')).toHaveLength(2);
    expect(await historyBetween(db, '2026-05-01', '2026-05-31'), 'a source that is not listed is not read').toEqual([]);
  });

  it('names the line and the expected value', async () => {
    const pick = await card();
    pick('MADEUP\n2026-05-04 = 62\n2026-05-05 = lots\n');
    await waitFor(() => expect(screen.getByText('Line 3: “lots” is not an RMSSD between 1 and 400 ms')).toBeTruthy());
  });

  it('is read by rebound analyze', async () => {
    const { commandLine } = await copy.load<typeof commandLineModule>('cli/command-line.ts');
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(copy.root, name), content);
      return join(copy.root, name);
    };
    const beats = Uint8Array.of(0xbe, 0xa7, ...Array.from({ length: 60 }, (_, i) => 80 + (i % 3)));
    const { stdout, stderr } = await commandLine(['analyze', file('a.beats', beats)]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ beats: 60 });

    const broken = await commandLine(['analyze', file('b.beats', Uint8Array.of(0xbe, 0xa7, 80, 0, 80))]);
    expect(broken).toMatchObject({ stdout: '', status: 2 });
    expect(broken.stderr).toMatch(/b\.beats, line 2: “nothing” is not an RR interval/);

    const mornings = await commandLine(['analyze', file('c.made', 'MADEUP\n2026-05-04 = 62\n')]);
    expect(mornings.stderr).toContain('holds no RR intervals');
  });
});
