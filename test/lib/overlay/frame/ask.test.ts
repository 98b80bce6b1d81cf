import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { askBackground } from '../../../../lib/overlay/frame/ask';

/** What each try gets: an answer, an error, or silence. */
function answering(...tries: readonly unknown[]) {
  let at = 0;
  const send = vi.fn(async () => {
    const answer = tries[at++];
    if (answer instanceof Error) throw answer;
    return answer === 'silence' ? new Promise(() => {}) : answer;
  });
  Object.assign(fakeBrowser.runtime, { sendMessage: send });
  return send;
}

const OK = { ok: true, output: null };
const CLOSED = new Error('the message channel closed before a response was received');

describe('a question to the background', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(fakeBrowser.runtime, { id: 'own' });
  });
  afterEach(() => {
    vi.useRealTimers();
    fakeBrowser.reset();
  });
  const ask = () => askBackground('card-step', { item: 'one', done: true });

  it.each([
    ['the channel was closed', CLOSED],
    ['nothing was said', undefined],
    ['somebody else answered', 'hello'],
  ])('is asked again when %s', async (_, first) => {
    const send = answering(first, OK);
    const asked = ask();
    await vi.advanceTimersByTimeAsync(2000);
    expect([await asked, send.mock.calls.length]).toEqual([null, 2]);
  });

  it('is asked again when no answer ever comes', async () => {
    const send = answering('silence', OK);
    const asked = ask();
    await vi.advanceTimersByTimeAsync(25_000);
    expect([await asked, send.mock.calls.length]).toEqual([null, 2]);
  });

  it('is given up after three tries', async () => {
    const send = answering(CLOSED, CLOSED, CLOSED, OK);
    const asked = ask().catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(5000);
    expect([await asked, send.mock.calls.length]).toEqual(['nobody answered card-step', 3]);
  });

  it('is not asked again when it was refused, or when the extension is gone', async () => {
    const refused = answering({ ok: false, error: 'not for pages' }, OK);
    await expect(ask()).rejects.toThrow('not for pages');
    expect(refused).toHaveBeenCalledOnce();
    Object.assign(fakeBrowser.runtime, { id: undefined });
    const gone = answering(CLOSED, OK);
    await expect(ask()).rejects.toThrow('nobody answered');
    expect(gone).toHaveBeenCalledOnce();
  });
});
