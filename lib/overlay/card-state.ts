import type { DeviceCommand, DeviceState } from '../devices/remote/schema';
import type { PageReading, TrainingSite } from '../sites/site';
import type { CardStrip, CardView } from '../views/card/schema';
import { askBackground } from './ask';
import { watchPage } from './read-page';

/** Everything that a card or a strip draws. */
export interface CardState {
  readonly nowMs: number;
  readonly menu: boolean;
  /** Whether the question is unfolded or folded; null for the default. */
  readonly asking: boolean | null;
  readonly reading: PageReading | null;
  /** An Error when the extension does not answer; null before it has. */
  readonly view: CardView | Error | null;
  readonly strip: CardStrip | Error | null;
  readonly devices: readonly DeviceState[];
  /** The report on screen. */
  readonly report: string | null;
  readonly copied: boolean;
}

export interface CardStore {
  readonly state: CardState;
  set(changed: Partial<CardState>): void;
  /** Does something, then asks the background again. */
  act(work: Promise<unknown>): void;
  /** The user says that the activity is theirs. */
  claim(): void;
  command(command: DeviceCommand['command'], id: string): void;
}

/** Windows count down by the half minute; a session by the second. */
const TICK_MS = 30_000;
const SECOND_MS = 1000;
/** A page cannot follow the app tab by itself: it polls, and only while a device runs. */
const DEVICES_MS = 3000;

/** Keeps the state of one card and reports each change, until the signal. `site` null: a strip. */
export function cardStore(of: { readonly site: TrainingSite; readonly url: URL } | null, signal: AbortSignal, tell: () => void): CardStore {
  const reader = of === null ? null : watchPage(of.site, of.url, signal, (changed) => set(changed));
  let state: CardState = {
    nowMs: Date.now(),
    menu: false,
    asking: null,
    reading: reader?.first ?? null,
    view: null,
    strip: null,
    devices: [],
    report: null,
    copied: false,
  };
  let timer = 0;
  let askedMs = 0;
  const set = (changed: Partial<CardState>) => {
    if (signal.aborted) return;
    state = { ...state, ...changed };
    tell();
  };
  const seen = () => document.visibilityState === 'visible';

  const lookAtDevices = () => {
    askedMs = Date.now();
    askBackground('device-states', {}).then(
      (devices) => set({ devices }),
      // The card itself shows that the extension does not answer.
      () => {},
    );
  };
  const tick = () => {
    const running = state.devices.some(({ session }) => session !== null);
    if (seen()) {
      set({ nowMs: Date.now() });
      if (running && Date.now() - askedMs >= DEVICES_MS) lookAtDevices();
    }
    timer = setTimeout(tick, running ? SECOND_MS : TICK_MS) as unknown as number;
  };

  const refresh = async () => {
    if (reader !== null) await reader.refresh();
    else
      set({
        strip: await askBackground('card-strip', {}).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
      });
  };
  const act = (work: Promise<unknown>) => void work.then(refresh).catch((error: unknown) => console.error(error));
  const look = () => {
    if (!seen()) return;
    act(Promise.resolve());
    if (of !== null) lookAtDevices();
  };
  look();
  document.addEventListener('visibilitychange', look, { signal });
  timer = setTimeout(tick, TICK_MS) as unknown as number;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    get state() {
      return state;
    },
    set,
    act,
    claim: () => void reader?.claim().catch((error: unknown) => console.error(error)),
    command(command, id) {
      askBackground('device-command', { command, id }).then(
        () => {
          lookAtDevices();
          clearTimeout(timer);
          timer = setTimeout(tick, SECOND_MS) as unknown as number;
        },
        (error: unknown) => console.error(error),
      );
    },
  };
}
