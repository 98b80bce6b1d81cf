import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { listenToFrame } from '../../../lib/overlay/frame-port';
import { scriptLife } from '../../../lib/overlay/life';
import { watchMasks } from '../../../lib/overlay/masks';

beforeEach(() => fakeBrowser.reset());

describe('the script of a site in a page', () => {
  it('ends when a newer one of its site starts, and not for one of another site', () => {
    const first = scriptLife('strava');
    const other = scriptLife('garmin');
    const second = scriptLife('strava');
    expect([first, other, second].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
  });

  it('cannot be ended by an event of the page', () => {
    const life = scriptLife('strava');
    for (const type of ['rebound-test-extension-id-strava', 'rebound-strava', 'strava']) document.dispatchEvent(new Event(type));
    expect(life.isInvalid).toBe(false);
  });
});

/** One end of a port, as the browser gives it to the script. */
function makePort(name: string) {
  const said: unknown[] = [];
  let hears: (message: unknown) => void = () => {};
  return {
    name,
    said,
    tell: (message: unknown) => hears(message),
    postMessage: (message: unknown) => said.push(message),
    disconnect: vi.fn(),
    onMessage: {
      addListener(listener: (message: unknown) => void) {
        hears = listener;
      },
    },
  };
}

describe('the port to the frame', () => {
  let connect: ((port: unknown) => void)[] = [];
  beforeEach(() => {
    connect = [];
    Object.assign(fakeBrowser.runtime, {
      onConnect: {
        addListener: (listener: (port: unknown) => void) => connect.push(listener),
        removeListener: (listener: (port: unknown) => void) => {
          connect = connect.filter((one) => one !== listener);
        },
      },
    });
  });
  const open = (name: string) => {
    const port = makePort(name);
    for (const listener of connect) listener(port);
    return port;
  };

  it('is that of the frame that was placed, and only the first: another frame is neither answered nor heard', () => {
    const heard = vi.fn();
    const over = new AbortController();
    listenToFrame('abc', over.signal, heard, () => {});
    const [stranger, own, copy] = [open('card xyz'), open('card abc'), open('card abc')];
    for (const port of [stranger, own, copy]) port.tell({ kind: 'height', px: 1 });
    expect(heard).toHaveBeenCalledOnce();
    expect([stranger.said, own.said, copy.said]).toEqual([[], [{ kind: 'here' }], []]);
  });

  it('keeps what is said before the frame has connected, and says nothing after the end', () => {
    const over = new AbortController();
    const connected = vi.fn();
    const port = listenToFrame('abc', over.signal, () => {}, connected);
    port.say({ kind: 'scheme', scheme: 'dark' });
    expect(connected).not.toHaveBeenCalled();
    const own = open('card abc');
    expect(connected).toHaveBeenCalledOnce();
    over.abort();
    port.say({ kind: 'escape' });
    expect(own.said).toEqual([{ kind: 'here' }, { kind: 'scheme', scheme: 'dark' }]);
    expect([own.disconnect.mock.calls.length, connect.length]).toEqual([1, 0]);
  });
});

describe('a mask around the card', () => {
  let over: AbortController;
  let card: HTMLElement;
  beforeEach(() => {
    vi.useFakeTimers();
    over = new AbortController();
    document.body.innerHTML = '<main><section><div id="card"></div></section></main>';
    card = document.querySelector('#card') as HTMLElement;
  });
  afterEach(() => {
    over.abort();
    vi.useRealTimers();
  });
  const main = () => document.querySelector('main') as HTMLElement;

  /** The browser draws some pictures. */
  const ask = async (masks: ReturnType<typeof watchMasks>) => {
    const answer = masks.onceDrawn();
    await vi.advanceTimersByTimeAsync(100);
    return answer;
  };

  it('is seen on any element around it', async () => {
    const masks = watchMasks(card, over.signal);
    expect(await ask(masks)).toBe(false);
    main().style.maskImage = 'linear-gradient(black, transparent)';
    expect(await ask(masks)).toBe(true);
  });

  it('that was there a moment ago counts, while the user attends to the card', async () => {
    const masks = watchMasks(card, over.signal);
    masks.attend(true);
    main().style.maskImage = 'linear-gradient(black, transparent)';
    vi.advanceTimersByTime(150);
    main().style.maskImage = 'none';
    expect(await ask(masks)).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(await ask(masks)).toBe(false);
  });

  it('is looked for until the page has been drawn twice', async () => {
    const masks = watchMasks(card, over.signal);
    let answer: boolean | null = null;
    void masks.onceDrawn().then((masked) => {
      answer = masked;
    });
    await vi.advanceTimersByTimeAsync(17);
    expect(answer).toBe(null);
    main().style.maskImage = 'linear-gradient(black, transparent)';
    await vi.advanceTimersByTimeAsync(17);
    expect(answer).toBe(true);
  });

  it('is not looked for while nobody attends to the card', () => {
    const masks = watchMasks(card, over.signal);
    const look = vi.spyOn(globalThis, 'getComputedStyle');
    masks.attend(true);
    masks.attend(false);
    look.mockClear();
    vi.advanceTimersByTime(10_000);
    expect(look).not.toHaveBeenCalled();
  });
});
