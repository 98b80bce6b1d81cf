import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { InterruptedChecks } from '../../components/app/InterruptedChecks';
import { appendPacket, openRecording, type ReboundDatabase } from '../../lib/storage';
import { aRecording } from '../support/checks';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';
import { packet, START_MS } from '../support/packets';
import { until } from '../support/until';

let db: ReboundDatabase;
let asked: string[] = [];
beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  db = freshDatabase();
  asked = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async ({ kind }: { kind: string }) => {
    asked.push(kind);
    return { ok: true, output: null };
  }) as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A recording whose tab is gone, with 90 beats of one second: 60 for settling, 30 that count. */
async function cutOff(left = false): Promise<void> {
  await openRecording(db, aRecording('a', left));
  for (let i = 0; i < 90; i++) await appendPacket(db, 'a', packet([1024], START_MS + i * 1000));
}

describe('an interrupted check', () => {
  it('is offered with its figures so far', async () => {
    await cutOff();
    const { container } = render(<InterruptedChecks db={db} />);
    await until(() => screen.queryByRole('button', { name: 'Keep it' }) !== null);
    expect(container.textContent).toContain('90 beats');
    expect(container.textContent).toContain('30 s');
  });

  it('can be kept; the other surfaces are told, and it is no longer offered', async () => {
    await cutOff();
    render(<InterruptedChecks db={db} />);
    await until(() => screen.queryByRole('button', { name: 'Keep it' }) !== null);
    fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    await until(() => screen.queryAllByRole('button').length === 0);
    expect([await db.checks.count(), await db.journal.count(), asked]).toEqual([1, 0, ['checks-changed']]);
  });

  it('can be discarded', async () => {
    await cutOff();
    render(<InterruptedChecks db={db} />);
    await until(() => screen.queryByRole('button', { name: 'Discard it' }) !== null);
    fireEvent.click(screen.getByRole('button', { name: 'Discard it' }));
    await until(() => screen.queryAllByRole('button').length === 0);
    expect([await db.checks.count(), await db.recordings.count()]).toEqual([0, 0]);
  });

  it('that was left on purpose is kept without asking', async () => {
    await cutOff(true);
    render(<InterruptedChecks db={db} />);
    await until(() => asked.length > 0);
    expect([asked, await db.checks.count(), screen.queryAllByRole('button')]).toEqual([['checks-changed'], 1, []]);
  });
});
