import { browser } from 'wxt/browser';
import type { Input, MessageKind, Output } from '../browser/messages';

/**
 * The card's way to the background: `ask` of lib/browser/messages.ts without its schemas, which would be a quarter of the card's script.
 * The background has already checked its answer against them; this checks only that our own extension answered.
 */
export async function askBackground<K extends MessageKind>(kind: K, input: Input<K>): Promise<Output<K>> {
  const answer: unknown = await browser.runtime.sendMessage({ rebound: 1, kind, input });
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) throw new Error(`nobody answered ${kind}`);
  if (answer.ok !== true || !('output' in answer)) throw new Error('error' in answer ? String(answer.error) : `${kind} failed`);
  return answer.output as Output<K>;
}
