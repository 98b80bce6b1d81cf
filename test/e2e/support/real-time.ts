/**
 * Keeps held time from outrunning real time: what a page has asked of the radio or of its database is answered, and what a device has sent
 * is heard, before the held clock moves on. Keeps which pages are watched; the page keeps the rest. What a test lets hang is waited for once.
 */
import type { Page } from 'puppeteer';
import type { Radio } from '../radio';

const PATIENCE_MS = 2000;

interface RealTime {
  /** Once as many notifications were heard as were sent, which more are not always: a radio loses some. */
  heard(sent: number): Promise<void>;
}
interface Watched {
  __reboundSettled?: () => Promise<boolean>;
  __reboundReal?: RealTime;
  __reboundClock: { advance(ms: number): Promise<void> };
}

/** The pages that are watched, each with its radio. */
const watched = new WeakMap<Page, Radio | null>();
/** What the benches are run by wraps functions in a helper of its own, which no page has. */
const WITHOUT_HELPER = 'globalThis.__name ??= (named) => named';

/** From now on, and in whatever this tab loads later. */
export async function watchRealTime(page: Page, radio?: Radio): Promise<void> {
  watched.set(page, radio ?? null);
  await page.evaluateOnNewDocument(WITHOUT_HELPER);
  await page.evaluateOnNewDocument(watch, PATIENCE_MS);
  await page.evaluate(WITHOUT_HELPER);
  await page.evaluate(watch, PATIENCE_MS);
}

/** Moves the held clock of a page, once what was sent before has arrived. */
export async function advance(page: Page, ms: number): Promise<void> {
  if (!watched.has(page)) await watchRealTime(page);
  const sent = watched.get(page)?.notified ?? 0;
  const step = async (by: number, upTo: number) => {
    const world = globalThis as unknown as Watched;
    await world.__reboundReal?.heard(upTo);
    await world.__reboundClock.advance(by);
  };
  await page.evaluate(step, ms, sent);
}

/** Evaluated in the page. */
function watch(patienceMs: number): void {
  const world = globalThis as unknown as Watched;
  const answers = new Set<Promise<unknown>>();
  let heard = 0;
  let lost: number | null = null;
  let whenHeard = () => {};

  const within = async (work: Promise<unknown>) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, patienceMs, false);
    });
    try {
      return await Promise.race([work.then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  const awaited = (answer: Promise<unknown>) => {
    const done = answer.then(
      () => {},
      () => {},
    );
    answers.add(done);
    void done.then(() => answers.delete(done));
  };
  world.__reboundSettled = async () => {
    if (answers.size === 0) return false;
    if (!(await within(Promise.all(answers)))) answers.clear();
    return true;
  };
  world.__reboundReal = {
    async heard(sent) {
      lost ??= sent - heard;
      const all = () => heard + (lost ?? 0) >= sent;
      const arrived = new Promise<void>((resolve) => {
        whenHeard = () => all() && resolve();
        whenHeard();
      });
      if (!(await within(arrived))) lost = sent - heard;
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
        awaited(answer);
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
  asks('BluetoothRemoteGATTServer', ['connect', 'getPrimaryService', 'getPrimaryServices']);
  asks('BluetoothRemoteGATTService', ['getCharacteristics']);
  asks(
    'BluetoothRemoteGATTCharacteristic',
    ['readValue', 'writeValueWithResponse', 'writeValueWithoutResponse', 'startNotifications', 'stopNotifications'],
    (self, method, answer) => {
      if (method === 'startNotifications') listen(self);
      if (method !== 'readValue' || !listened.has(self)) return answer();
      // A value that was read comes as an event as well, and is no notification.
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
