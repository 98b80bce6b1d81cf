import { browser } from 'wxt/browser';
import { ask, type Input, type MessageKind, type Output, Unanswered } from '../../browser/messages';

/** After a failed try, ms. The browser starts the background again with the next message. */
const AGAIN_MS = [200, 1000];
/** The background may have been ended with the question: nobody says so. */
const ANSWER_MS = 20_000;

/**
 * The card's way to the background: `ask` in the name of the page that the frame is in. Asks again when the browser ended the background
 * meanwhile: every question of a card may be asked twice.
 */
export async function askBackground<K extends MessageKind>(kind: K, input: Input<K>): Promise<Output<K>> {
  for (let tries = 0; ; tries++) {
    try {
      return await inTime(kind, input);
    } catch (error) {
      const againMs = AGAIN_MS[tries];
      // An extension that was updated or removed answers no more.
      if (!(error instanceof Unanswered) || againMs === undefined || browser.runtime?.id === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}

async function inTime<K extends MessageKind>(kind: K, input: Input<K>): Promise<Output<K>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unanswered(`nobody answered ${kind} in time`)), ANSWER_MS);
  });
  try {
    return await Promise.race([ask(kind, input, readPageOrigin()), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The origin of the page that the frame is in; undefined where the browser does not tell it, and in tests. */
function readPageOrigin(): string | undefined {
  return globalThis.location?.ancestorOrigins?.[0];
}
