import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';

export interface Sender {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly url: string };
}

/** Delivers messages as a browser does: the listener answers through its third argument. Resolves with undefined when nobody answers. */
export async function deliver(message: unknown, sender: Sender): Promise<unknown> {
  return new Promise((resolve) => {
    const trigger = fakeBrowser.runtime.onMessage.trigger as unknown as (...args: unknown[]) => Promise<unknown[]>;
    void trigger(structuredClone(message), sender, resolve).then((kept) => {
      if (!kept.includes(true)) resolve(undefined);
    });
  });
}

/** From now on every `runtime.sendMessage` comes from this sender. */
export function messagesFrom(sender: Sender): void {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(((message: unknown) => deliver(message, sender)) as never);
}

export const OWN_PAGE: Sender = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/app.html' };
export const STRAVA_PAGE: Sender = { id: 'test-extension-id', url: 'https://www.strava.com/activities/1' };

/** The card's frame in a page. */
export function cardIn(url: string): Sender {
  return { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/card.html#x', tab: { url } };
}
export const STRAVA_CARD: Sender = cardIn('https://www.strava.com/activities/1');
