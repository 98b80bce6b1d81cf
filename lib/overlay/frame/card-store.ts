import { SPORT_NAMES } from '../../sites/parse/sport-words';
import type { PageReading } from '../../sites/site';
import type { CardStrip, CardView, HeartRatesInput, PageInput } from '../../views/card/schema';
import type { Hello } from '../wire';
import { askBackground } from './ask';
import { createGuard, type Guard } from './guard';
import type { FromPage, PageLink } from './page-link';
import { readPageWorld } from './page-world';
import { type CardPrefs, changeCardPrefs } from './prefs';

/** Everything that a card or a strip draws. */
export interface CardState {
  readonly nowMs: number;
  readonly prefs: CardPrefs;
  readonly menu: boolean;
  /** Whether the question is unfolded or folded; null for the default. */
  readonly asking: boolean | null;
  /** Null on an overview, and before the page was read. */
  readonly reading: PageReading | null;
  /** An Error when the extension does not answer; null before it has. */
  readonly view: CardView | Error | null;
  readonly strip: CardStrip | Error | null;
  /** The report on screen. */
  readonly report: string | null;
  readonly copied: boolean;
  /** A press that was not carried out: it failed, what was pressed could not be seen, or the browser cannot tell and the user has to say it again. */
  readonly unsure:
    | { readonly why: 'covered' | 'failed' }
    | { readonly why: 'untold'; readonly words: string; readonly act: () => void }
    | null;
}

export interface CardStore {
  readonly state: CardState;
  readonly guard: Guard;
  set(changed: Partial<CardState>): void;
  /** Resolves, once it is stored, with whether it could be; a failure is shown. */
  setPrefs(change: (before: CardPrefs) => Partial<CardPrefs>): Promise<boolean>;
  /** Does something, then asks the background again. */
  act(work: Promise<unknown>): void;
  /**
   * Does what a page must not bring about: only for a real click or key, on an element that the user can have seen. Not for `change`: the
   * browser trusts the one of a radio button that a script has clicked.
   */
  guarded(event: Event, words: string, act: () => void): void;
  /** The user says that the activity is theirs. */
  claim(): void;
  askReport(): void;
  /** A message of the script in the page. */
  hear(message: Exclude<FromPage, { kind: 'scheme' | 'escape' }>): void;
}

/** Windows count down by the half minute. */
const TICK_MS = 30_000;

/** Keeps the state of one card and reports each change. Lives as long as its frame. */
export function cardStore(hello: Hello, prefs: CardPrefs, link: PageLink, tell: () => void): CardStore {
  let state: CardState = {
    nowMs: Date.now(),
    prefs,
    menu: false,
    asking: null,
    reading: null,
    view: null,
    strip: null,
    report: null,
    copied: false,
    unsure: null,
  };
  let claimed = false;
  let turn = 0;
  const guard = createGuard();
  const set = (changed: Partial<CardState>) => {
    state = { ...state, ...changed };
    tell();
  };
  const refresh = async () => {
    const mine = ++turn;
    if (hello.page === 'overview') {
      const strip = await askBackground('card-strip', {}).catch(toError);
      if (mine === turn) set({ strip });
      return;
    }
    if (state.reading === null) return;
    const view = await askBackground('card-open', toInput(hello, state.reading, claimed)).catch(toError);
    if (mine !== turn) return;
    set({ view });
    if (view instanceof Error) return;
    if (view.mayAsk.page) link.say({ kind: 'ask-site', what: 'page' });
    if (view.mayAsk.heartRates) link.say({ kind: 'ask-site', what: 'heart-rates' });
  };
  const act = (work: Promise<unknown>) =>
    void work.then(refresh).catch((error: unknown) => {
      console.error(error);
      set({ unsure: { why: 'failed' } });
    });
  const look = () => {
    if (document.visibilityState === 'visible') act(Promise.resolve());
  };
  if (hello.page === 'overview') look();
  else link.say({ kind: 'sport-words', words: SPORT_NAMES });
  document.addEventListener('visibilitychange', look);
  const attends = (attended: boolean) => () => link.say({ kind: 'attended', attended });
  for (const type of ['pointerenter', 'focusin'] as const) document.documentElement.addEventListener(type, attends(true));
  document.documentElement.addEventListener('pointerleave', attends(false));
  setInterval(() => document.visibilityState === 'visible' && set({ nowMs: Date.now() }), TICK_MS);
  readPageWorld(hello.pageData).then(
    (data) => data !== null && link.say({ kind: 'page-data', data }),
    (error: unknown) => console.error('page data', error),
  );
  // Nobody pressed anything: what fails is asked for again by the next card.
  const takeHeartRates = (heard: Omit<HeartRatesInput, 'site'>) =>
    void askBackground('card-heart-rates', { site: hello.site, ...heard })
      .then(refresh)
      .catch((error: unknown) => console.error(error));
  return {
    get state() {
      return state;
    },
    guard,
    set,
    async setPrefs(change) {
      try {
        set({ prefs: await changeCardPrefs(change) });
        return true;
      } catch (error) {
        console.error('settings of the card', error);
        set({ unsure: { why: 'failed' } });
        return false;
      }
    },
    act,
    guarded(event, words, run) {
      if (!event.isTrusted) return;
      // By the time of the press, and again once the browser has reported all that the page had done by then.
      const target = event.target as Element;
      const seen = guard.sees(target);
      if (seen === false) return set({ unsure: { why: 'covered' } });
      void link
        .isMasked()
        .then(async (masked) => !masked && (seen === null || (await guard.stillSees(target))))
        .then((shown) => {
          if (!shown) set({ unsure: { why: 'covered' } });
          else if (seen === null) set({ unsure: { why: 'untold', words, act: run } });
          else {
            if (state.unsure !== null) set({ unsure: null });
            run();
          }
        });
    },
    claim() {
      claimed = true;
      act(Promise.resolve());
    },
    askReport: () => link.say({ kind: 'report' }),
    hear(message) {
      if (message.kind === 'report') set({ report: message.text, copied: false });
      else if (message.kind === 'heart-rates') takeHeartRates(message.heard);
      else {
        set({ reading: message.reading });
        act(Promise.resolve());
      }
    },
  };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function toInput({ site }: Hello, { activity, notFound }: PageReading, claimed: boolean): PageInput {
  const own = activity?.own ?? (claimed || null);
  return { site, activity: activity === null ? null : { ...activity, own }, notFound: [...notFound] };
}
