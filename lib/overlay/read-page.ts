import type { PageReading, TrainingSite } from '../sites/site';
import { askSite } from './ask-site';
import type { ToFrame } from './wire';

/** Parts of a page load late; whatever was missing is looked for again after these times, in ms. */
const READ_AGAIN_MS = [1000, 3000, 8000];

export interface PageReader {
  /** Reads the page for the first time. */
  start(): void;
  /** Values from the page's own world. */
  takePageData(data: unknown): void;
  /** Asks the site for what the page does not show. Only when the user allows it; each once. */
  askSite(what: 'page' | 'heart-rates'): Promise<void>;
}

/** Reads an activity page as it loads and tells each better reading, until the signal. Keeps the last reading. */
export function readPage(site: TrainingSite, url: URL, signal: AbortSignal, tell: (message: ToFrame) => void): PageReader {
  let pageData: unknown = null;
  let reading: PageReading | null = null;
  const asked = new Set<string>();

  const readAgain = () => {
    if (signal.aborted) return;
    const next = site.read(document, url, pageData);
    // A page that was understood and is now being dismantled must not empty the card.
    const better = !reading?.activity || (next.activity?.id === reading.activity.id && next.notFound.length <= reading.notFound.length);
    if (!better || JSON.stringify(next) === JSON.stringify(reading)) return;
    reading = next;
    tell({ kind: 'reading', reading });
  };

  async function askForPage(): Promise<void> {
    const answer = await askSite(site.requests(document, url), 'page-data', signal);
    if (!answer?.ok) return;
    pageData = merged(pageData, answer.value);
    readAgain();
  }

  async function askForHeartRates(): Promise<void> {
    const id = reading?.activity?.id;
    const requests = site.requests(document, url);
    const times = await askSite(requests, 'heart-rate-times', signal);
    // Data that could not be understood may be next time; "there is none" is a final answer.
    if (id === undefined || times === null || (!times.ok && times.fault !== 'none')) return;
    const zones = times.ok ? await askSite(requests, 'heart-rate-zones', signal) : null;
    if (signal.aborted) return;
    tell({
      kind: 'heart-rates',
      heard: {
        id,
        times: times.ok ? times.value.map(({ bpm, s }) => ({ bpm, s })) : [],
        zones: zones?.ok ? [...zones.value] : [],
      },
    });
  }

  return {
    start() {
      readAgain();
      for (const ms of READ_AGAIN_MS) {
        const timer = setTimeout(() => (!reading?.activity || reading.notFound.length > 0) && readAgain(), ms);
        signal.addEventListener('abort', () => clearTimeout(timer));
      }
    },
    takePageData(data) {
      // An answer of the site is better than what its page has in its own world.
      pageData = merged(data, pageData);
      if (reading !== null) readAgain();
    },
    async askSite(what) {
      if (asked.has(what)) return;
      asked.add(what);
      await (what === 'page' ? askForPage() : askForHeartRates());
    },
  };
}

/** A site's answer, merged over the data of the page's own world. */
function merged(world: unknown, answer: unknown): unknown {
  const isRecord = (value: unknown) => typeof value === 'object' && value !== null;
  return isRecord(world) && isRecord(answer) ? Object.assign(Object.create(null), world, answer) : (answer ?? world);
}
