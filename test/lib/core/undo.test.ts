import { describe, expect, it, vi } from 'vitest';
import { heldClock } from '../../../lib/core/clock';
import { Undo } from '../../../lib/core/undo';

function one() {
  const clock = heldClock(0);
  return { clock, undo: new Undo(clock), putBack: vi.fn(async () => {}) };
}

describe('a removed item', () => {
  it('can be restored once, for ten seconds', async () => {
    const { clock, undo, putBack } = one();
    undo.offer({ what: 'a', putBack });
    await clock.advance(9999);
    expect(undo.last.value?.what).toBe('a');
    await undo.putBack();
    await undo.putBack();
    expect(putBack).toHaveBeenCalledOnce();
    undo.offer({ what: 'b', putBack });
    await clock.advance(10_000);
    expect(undo.last.value).toBeNull();
  });

  it('stays while it is held; the next one replaces it with its own time', async () => {
    const { clock, undo, putBack } = one();
    let held = true;
    undo.holdWhile(() => held);
    undo.offer({ what: 'a', putBack });
    await clock.advance(15_000);
    expect(undo.last.value?.what).toBe('a');
    held = false;
    undo.offer({ what: 'b', putBack });
    await clock.advance(6000);
    expect(undo.last.value?.what).toBe('b');
    await clock.advance(4000);
    expect(undo.last.value).toBeNull();
  });

  it('is offered again when restoring fails', async () => {
    const { undo, putBack } = one();
    putBack.mockRejectedValueOnce(new Error('full'));
    undo.offer({ what: 'a', putBack });
    await expect(undo.putBack()).rejects.toThrow('full');
    expect(undo.last.value?.what).toBe('a');
    await undo.putBack();
    expect([putBack.mock.calls.length, undo.last.value]).toEqual([2, null]);
  });

  it('is gone once dismissed', () => {
    const { undo, putBack } = one();
    undo.offer({ what: 'a', putBack });
    undo.dismiss();
    expect(undo.last.value).toBeNull();
    expect(putBack).not.toHaveBeenCalled();
  });
});
