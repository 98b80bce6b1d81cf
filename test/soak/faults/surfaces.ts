import { AsyncLocalStorage } from 'node:async_hooks';
import { browser } from 'wxt/browser';
import { commandOwner } from '../../../lib/browser/command-owner';
import { type Answers, answerAsOwner, answerMessages } from '../../../lib/browser/messages';
import { orderDevice } from '../../../lib/browser/order-device';
import { OWNER_LOCK } from '../../../lib/check/owner';
import { carryOut } from '../../../lib/devices/remote/carry-out';
import type { CommandOutcome, DeviceCommand } from '../../../lib/devices/remote/schema';
import type { DeviceRig, RigWorld } from '../../support/device-rig';

interface Sender {
  readonly id: string;
  readonly url: string;
}
type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => unknown;

const ID = browser.runtime.id;
const OWN: Sender = { id: ID, url: `chrome-extension://${ID}/app.html` };
/** A script in a page has taken over the process in which our content script runs. */
const PAGE: Sender = { id: ID, url: 'https://www.strava.com/activities/1' };

const FORGED = ['start', 'resume', 'skip', 'pause', 'connect', 'disconnect', 'is-off'] as const;
const FLOOD = 50;

export interface Surfaces {
  /** A person presses Stop on another surface than the app tab. */
  stopAll(): Promise<CommandOutcome>;
  /** The browser ends the background as it takes the next message. */
  killWorker(): void;
  /** A page forges every message that would do harm, and floods the background. */
  attack(): Promise<void>;
  /** Forged messages that were obeyed. */
  readonly obeyed: readonly string[];
  close(): void;
}

/**
 * The other surfaces and the background around an app tab, with the product's own messages between them. Replaces the messages and the locks
 * of the browser; the caller must call `close()`.
 * @param app the app tab that owns Bluetooth now
 */
export function openSurfaces(world: RigWorld, app: () => DeviceRig): Surfaces {
  const { runtime } = browser;
  const kept = { sendMessage: runtime.sendMessage, addListener: runtime.onMessage.addListener };
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const wait = (ms: number) => world.appClock.wait(ms);
  /** In which life of the background the code runs; none in the other surfaces. */
  const lives = new AsyncLocalStorage<{ ended: boolean }>();
  let life = { ended: false };
  let heardBy: Listener[] = [];
  let background: Listener[] = [];
  let dies = false;
  const obeyed: string[] = [];
  const listen = (work: () => void): Listener[] => {
    heardBy = [];
    work();
    return heardBy;
  };
  const start = () => {
    const answers: Partial<Answers> = {
      'device-command': (command) => commandOwner(command, wait),
      'open-app': async () => null,
    };
    life = { ended: false };
    background = listen(() => answerMessages(answers as Answers, () => world.appClock.now()));
  };
  const deliver = (to: readonly Listener[], message: unknown, sender: Sender) =>
    new Promise<unknown>((resolve) => {
      const listened = to.map((hear) => hear(structuredClone(message), sender, resolve));
      if (!listened.includes(true)) resolve(undefined);
    });

  Object.assign(runtime, {
    async sendMessage(message: unknown) {
      const from = lives.getStore();
      if (from !== undefined) return from.ended ? new Promise(() => {}) : deliver(owner, message, OWN);
      if (life.ended) start();
      const lived = life;
      const answer = lives.run(lived, () => deliver(background, message, OWN));
      if (!dies) return answer;
      dies = false;
      lived.ended = true;
      throw new Error('the message channel closed before a response was received');
    },
  });
  Object.assign(runtime.onMessage, { addListener: (listener: Listener) => heardBy.push(listener) });
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { locks: { query: async () => ({ held: [{ name: OWNER_LOCK }], pending: [] }) } },
  });
  const owner = listen(() => {
    answerAsOwner((command) => {
      const { registry, sessions } = app();
      return carryOut({ devices: registry, sessions, timers: [] }, command, () => world.appClock.now());
    });
  });
  start();

  return {
    obeyed,
    stopAll: () => orderDevice({ command: 'stop-all', id: 'all' }, wait),
    killWorker() {
      dies = true;
    },
    async attack() {
      const id = world.model.address;
      const commands = FORGED.map((command): DeviceCommand => ({ command, id, clickedAtMs: world.appClock.now() }));
      const raises = ['level', 'nudge', 'toggle'].map((command) => ({ command, id, zone: 'head', level: 10, direction: 'up' }));
      const forged = [...commands, ...raises].flatMap((input) => [
        { rebound: 1, kind: 'device-command', input, page: 'https://www.strava.com' },
        { rebound: 1, to: 'owner', input },
      ]);
      const flood = Array.from({ length: FLOOD }, () => ({ rebound: 1, kind: 'open-app', input: { screen: 'devices' } }));
      await Promise.all(
        [...forged, ...flood].map(async (message) => {
          const toAll = [...background, ...owner];
          const answer = (await lives.run(life, () => deliver(toAll, message, PAGE))) as { readonly ok?: boolean } | undefined;
          const asks = 'kind' in message && message.kind === 'open-app';
          if (!asks && answer !== undefined && answer.ok !== false) obeyed.push(JSON.stringify(message));
        }),
      );
    },
    close() {
      Object.assign(runtime, { sendMessage: kept.sendMessage });
      Object.assign(runtime.onMessage, { addListener: kept.addListener });
      if (navigator === undefined) Reflect.deleteProperty(globalThis, 'navigator');
      else Object.defineProperty(globalThis, 'navigator', navigator);
    },
  };
}
