/**
 * Keeps held time from running ahead of real time: before the held clock advances, the radio and the database have answered the page, and
 * the page has received what devices sent. Keeps the watched pages. An operation that a test lets hang holds up the clock only once, and cuts
 * no other short.
 */
import type { Page } from 'puppeteer';
import type { Radio } from '../radio';

const PATIENCE_MS = 2000;
/** A browser on a busy machine takes longer to connect than to write. */
const CONNECT_PATIENCE_MS = 5000;

interface RealTime {
  /** Waits until as many notifications arrived as were sent, once; a faulty radio loses some. */
  heard(sent: number): Promise<void>;
}
interface Watched {
  __reboundSettled?: () => Promise<boolean>;
  __reboundReal?: RealTime;
  __reboundClock: { advance(ms: number): Promise<void> };
}

/** The watched pages, each with its radio. */
const watched = new WeakMap<Page, Radio | null>();
/** The compiler of the benchmarks wraps functions with a helper that a page does not have. */
const WITHOUT_HELPER = 'globalThis.__name ??= (named) => named';

/**
 * From now on, and for every later page of this tab.
 * @param patienceMs how long an operation without an answer holds up the clock, once, ms of real time
 */
export async function watchRealTime(page: Page, radio?: Radio, patienceMs = PATIENCE_MS): Promise<void> {
  watched.set(page, radio ?? null);
  await page.evaluateOnNewDocument(WITHOUT_HELPER);
  await page.evaluateOnNewDocument(watch, patienceMs, CONNECT_PATIENCE_MS);
  await page.evaluate(WITHOUT_HELPER);
  await page.evaluate(watch, patienceMs, CONNECT_PATIENCE_MS);
}

/** Advances the held clock of a page, after everything sent before has arrived. */
export async function advance(page: Page, ms: number): Promise<void> {
  if (!watched.has(page)) await watchRealTime(page);
  // First, because the radio may answer a write with a notification, which is counted below.
  await page.evaluate(async () => {
    await (globalThis as unknown as Watched).__reboundSettled?.();
  });
  const sent = watched.get(page)?.notified ?? 0;
  const step = async (by: number, upTo: number) => {
    const world = globalThis as unknown as Watched;
    await world.__reboundReal?.heard(upTo);
    await world.__reboundClock.advance(by);
  };
  await page.evaluate(step, ms, sent);
}

/** Evaluated in the page. */
function watch(patienceMs: number, connectPatienceMs: number): void {
  const world = globalThis as unknown as Watched;
  const answers = new Set<Promise<unknown>>();
  let heard = 0;
  let lost: number | null = null;
  let whenHeard = () => {};

  const within = async (work: Promise<unknown>, ms: number) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, ms, false);
    });
    try {
      return await Promise.race([work.then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  const awaited = (answer: Promise<unknown>, ms = patienceMs) => {
    const done = within(
      answer.catch(() => {}),
      ms,
    );
    answers.add(done);
    void done.then(() => answers.delete(done));
  };
  world.__reboundSettled = async () => {
    if (answers.size === 0) return false;
    await Promise.all(answers);
    return true;
  };
  world.__reboundReal = {
    async heard(sent) {
      // One that was given up has come after all: wait for the others again.
      lost = Math.min(lost ?? sent - heard, sent - heard);
      const all = () => heard + (lost ?? 0) >= sent;
      const arrived = new Promise<void>((resolve) => {
        whenHeard = () => all() && resolve();
        whenHeard();
      });
      if (!(await within(arrived, 2 * patienceMs))) lost = sent - heard;
    },
  };

  type Asking = Record<string, (...args: unknown[]) => Promise<unknown>>;
  const asks = (
    kind: string,
    methods: readonly string[],
    ask = (_self: object, _method: string, answer: () => Promise<unknown>) => answer(),
  ) => {
    const prototype = (globalThis as unknown as Record<string, { prototype: Asking } | undefined>)[kind]?.prototype;
    if (prototype === undefined) return;
    for (const method of methods) {
      const original = prototype[method];
      if (original === undefined) continue;
      prototype[method] = function (this: object, ...args: unknown[]) {
        const answer = ask(this, method, () => original.apply(this, args));
        awaited(answer, method === 'connect' ? connectPatienceMs : patienceMs);
        return answer;
      };
    }
  };
  const listened = new WeakSet<object>();
  const listen = (characteristic: object) => {
    if (listened.has(characteristic)) return;
    listened.add(characteristic);
    (characteristic as EventTarget).addEventListener('characteristicvaluechanged', () => {
      heard++;
      whenHeard();
    });
  };
  asks('Bluetooth', ['getAvailability']);
  asks('BluetoothRemoteGATTServer', ['connect', 'getPrimaryService', 'getPrimaryServices']);
  asks('BluetoothRemoteGATTService', ['getCharacteristics']);
  asks(
    'BluetoothRemoteGATTCharacteristic',
    ['readValue', 'writeValueWithResponse', 'writeValueWithoutResponse', 'startNotifications', 'stopNotifications'],
    (self, method, answer) => {
      if (method === 'startNotifications') listen(self);
      if (method !== 'readValue' || !listened.has(self)) return answer();
      // A value that was read is also reported as an event, which is no notification.
      return answer().then((value) => {
        heard--;
        return value;
      });
    },
  );

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const opened = transaction.apply(this, args);
    const over = (end: string) => new Promise((resolve) => opened.addEventListener(end, resolve, { once: true }));
    awaited(Promise.race([over('complete'), over('abort')]));
    return opened;
  };
}
