import { describe, expect, it } from 'vitest';
import type { Link } from '../../../../lib/bluetooth/link';
import type { GattCharacteristic } from '../../../../lib/bluetooth/transport';
import { Writer } from '../../../../lib/devices/drivers/writer';

const START = Uint8Array.of(0);
const STOP = Uint8Array.of(8);
const CHARACTERISTIC = { uuid: 'c' } as GattCharacteristic;

/** A writer on a link on which a stop takes until `land`. */
function slow() {
  const sent: number[] = [];
  const flying: (() => void)[] = [];
  const link = {
    write: async (_: unknown, [op = -1]: Uint8Array, __: boolean, { priority }: { priority?: 'stop' }) => {
      sent.push(op);
      if (priority === 'stop') await new Promise<void>((resolve) => flying.push(resolve));
    },
  } as unknown as Link;
  return {
    writer: new Writer(link, CHARACTERISTIC, undefined),
    sent,
    land: () => {
      for (const one of flying.splice(0)) one();
    },
  };
}

describe('a command that waits for a stop', () => {
  it('is sent after the stop', async () => {
    const { writer, sent, land } = slow();
    const stopped = writer.overtake([STOP]);
    const started = writer.write(START);
    land();
    await Promise.all([stopped, started]);
    expect(sent).toEqual([8, 0]);
  });

  it('is not sent when it was cancelled meanwhile', async () => {
    const { writer, sent, land } = slow();
    const over = new AbortController();
    const stopped = writer.overtake([STOP]);
    const started = writer.write(START, over.signal);
    over.abort(new Error('cancelled'));
    land();
    await expect(started).rejects.toThrow('cancelled');
    await stopped;
    expect(sent).toEqual([8]);
  });

  it('is dropped by the next stop', async () => {
    const { writer, sent, land } = slow();
    const first = writer.overtake([STOP]);
    const started = writer.write(START);
    const second = writer.overtake([STOP]);
    land();
    await expect(started).rejects.toMatchObject({ code: 'superseded' });
    await Promise.all([first, second]);
    expect(sent).toEqual([8, 8]);
  });
});
