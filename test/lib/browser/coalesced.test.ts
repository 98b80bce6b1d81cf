import { describe, expect, it } from 'vitest';
import { coalesced } from '../../../lib/browser/coalesced';
import { settled } from '../../support/until';

/** Work that is ended by hand, run by run. */
function set() {
  const ends: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const run = coalesced(() => new Promise<void>((resolve, reject) => ends.push({ resolve, reject })));
  return { run, ends };
}

describe('coalesced work', () => {
  it('runs at once, and once more for all calls that came meanwhile', async () => {
    const { run, ends } = set();
    const first = run();
    const later = [run(), run(), run()];
    expect(ends).toHaveLength(1);
    ends[0]?.resolve();
    await first;
    await settled(5);
    expect(ends).toHaveLength(2);
    ends[1]?.resolve();
    await Promise.all(later);
    expect(ends).toHaveLength(2);
  });

  it('serves a call that comes during the further run by another one', async () => {
    const { run, ends } = set();
    void run();
    void run();
    ends[0]?.resolve();
    await settled(5);
    const last = run();
    ends[1]?.resolve();
    await settled(5);
    expect(ends).toHaveLength(3);
    ends[2]?.resolve();
    await last;
  });

  it('begins one run, not two, when a call comes between the end of one and the start of the next', async () => {
    const { run, ends } = set();
    void run().then(run);
    void run();
    ends[0]?.resolve();
    await settled(5);
    expect(ends).toHaveLength(2);
  });

  it('tells the callers of a run that it failed, and goes on', async () => {
    const { run, ends } = set();
    const first = run();
    const second = run();
    ends[0]?.reject(new Error('full'));
    await expect(first).rejects.toThrow('full');
    await settled(5);
    ends[1]?.resolve();
    await expect(second).resolves.toBeUndefined();
  });
});
