import type { PageReading, TrainingSite } from '../sites/site';
import type { CardView, PageInput } from '../views/card/schema';
import { askBackground } from './ask';
import { askSite } from './ask-site';
import { worldData } from './world-data';

/** Parts of a page load late; whatever was missing is looked for again after these times, in ms. */
const READ_AGAIN_MS = [1000, 3000, 8000];

interface Read {
  readonly reading: PageReading;
  /** An Error when the extension does not answer. */
  readonly view: CardView | Error;
}

export interface PageReader {
  /** The page's first reading. */
  readonly first: PageReading;
  /** Asks the background again, after an answer or when the user returns to the page. */
  refresh(): Promise<void>;
  /** The user says that the activity is theirs, where the page does not say whose it is. */
  claim(): Promise<void>;
}

/**
 * Reads an activity page as it loads, sends the background each better reading, and, if the user allows it, asks the site once for data
 * that the page does not show. Keeps the last reading and the last answer, and reports each change, until the signal.
 */
export function watchPage(site: TrainingSite, url: URL, signal: AbortSignal, tell: (changed: Partial<Read>) => void): PageReader {
  let pageData: unknown = null;
  const first = site.read(document, url, null);
  let reading = first;
  let turn = 0;
  let claimed = false;
  const asked = new Set<'page' | 'heartRates'>();

  async function refresh(): Promise<void> {
    const mine = ++turn;
    const view = await askBackground('card-open', toInput(site, reading, claimed)).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    if (mine !== turn || signal.aborted) return;
    tell({ view });
    if (!(view instanceof Error)) await askMore(view);
  }

  async function readAgain(): Promise<void> {
    const next = site.read(document, url, pageData);
    // A page that was understood and is now being dismantled must not empty the card.
    const better =
      reading.activity === null || (next.activity?.id === reading.activity.id && next.notFound.length <= reading.notFound.length);
    if (signal.aborted || !better || JSON.stringify(next) === JSON.stringify(reading)) return;
    reading = next;
    tell({ reading });
    await refresh();
  }

  async function askMore({ mayAsk }: CardView): Promise<void> {
    if (mayAsk.page && !asked.has('page')) {
      asked.add('page');
      const answer = await askSite(site.requests(document, url), 'page-data', signal);
      if (answer?.ok) {
        pageData = merged(pageData, answer.value);
        await readAgain();
      }
    }
    if (mayAsk.heartRates && !asked.has('heartRates')) {
      asked.add('heartRates');
      await hearHeartRates();
    }
  }

  async function hearHeartRates(): Promise<void> {
    const id = reading.activity?.id;
    const requests = site.requests(document, url);
    const times = await askSite(requests, 'heart-rate-times', signal);
    // Data that could not be understood may be next time; "there is none" is a final answer.
    if (id === undefined || times === null || (!times.ok && times.fault !== 'none')) return;
    const zones = times.ok ? await askSite(requests, 'heart-rate-zones', signal) : null;
    if (signal.aborted) return;
    await askBackground('card-heart-rates', {
      site: site.id,
      id,
      times: times.ok ? times.value.map(({ bpm, s }) => ({ bpm, s })) : [],
      zones: zones?.ok ? [...zones.value] : [],
    });
    await refresh();
  }

  const quietly = (work: Promise<void>) => void work.catch((error: unknown) => console.error(error));
  quietly(
    worldData(site.pageData, signal).then((data) => {
      if (data === null) return;
      pageData = merged(data, pageData);
      return readAgain();
    }),
  );
  for (const ms of READ_AGAIN_MS) {
    const timer = setTimeout(() => (reading.notFound.length > 0 || reading.activity === null) && quietly(readAgain()), ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
  return {
    first,
    refresh,
    claim() {
      claimed = true;
      return refresh();
    },
  };
}

/** The message for the background: a copy, because a reader's objects are read-only. */
function toInput(site: TrainingSite, { activity, notFound }: PageReading, claimed: boolean): PageInput {
  const own = activity?.own ?? (claimed || null);
  return { site: site.id, activity: activity === null ? null : { ...activity, own }, notFound: [...notFound] };
}

/** A site's answer, merged over the data of the page's own world. */
function merged(world: unknown, answer: unknown): unknown {
  const isRecord = (value: unknown) => typeof value === 'object' && value !== null;
  return isRecord(world) && isRecord(answer) ? Object.assign(Object.create(null), world, answer) : (answer ?? world);
}
