import { browser } from 'wxt/browser';
import type { Input, MessageKind, Output } from '../browser/messages';

/** After a failed try, ms. The browser starts the background again with the next message. */
const AGAIN_MS = [200, 1000];
/** The background may have been ended with the question: nobody says so. */
const ANSWER_MS = 20_000;

/**
 * The card's way to the background: `ask` of lib/browser/messages.ts without its schemas, which would be a quarter of the card's script.
 * The background has already checked its answer against them; this checks only that our own extension answered. Asks again when the browser
 * ended the background meanwhile: every question may be asked twice.
 */
export async function askBackground<K extends MessageKind>(kind: K, input: Input<K>): Promise<Output<K>> {
  for (let tries = 0; ; tries++) {
    const answer = await answerTo({ rebound: 1, kind, input });
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
      if (answer.ok !== true || !('output' in answer)) throw new Error('error' in answer ? String(answer.error) : `${kind} failed`);
      return answer.output as Output<K>;
    }
    const againMs = AGAIN_MS[tries];
    // An extension that was updated or removed answers no more.
    if (againMs === undefined || browser.runtime?.id === undefined) throw new Error(`nobody answered ${kind}`);
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** Null if nobody answers. */
function answerTo(message: object): Promise<unknown> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_MS, null));
  return Promise.race([browser.runtime.sendMessage(message).catch(() => null), late]);
}
