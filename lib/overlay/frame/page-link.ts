import { browser } from 'wxt/browser';
import { portName, type ToFrame, type ToPage } from '../wire';
import { parseToFrame } from '../wire-schema';

/** The frame's side of the port to the script that placed it. */
export interface PageLink {
  say(message: ToPage): void;
  /** Whether the page masks the card. True without an answer: then nobody can say what the user saw. */
  isMasked(): Promise<boolean>;
}

/** What the script says of its own accord, or for the card to show. */
export type FromPage = Exclude<ToFrame, { kind: 'here' | 'masked' }>;

/** The script answers within milliseconds unless the page is busy. */
const ANSWER_MS = 1000;

/**
 * Connects to the script that placed this frame, in the top document of its tab. Null where there is none to connect to, and never resolves
 * when the script there knows nothing of this frame: a page that puts the frame's address into a frame of its own gets an empty one.
 */
export async function connectToPage(token: string, heard: (message: FromPage) => void): Promise<PageLink | null> {
  if (window.parent !== window.top) return null;
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return null;
  const port = browser.tabs.connect(tab.id, { frameId: 0, name: portName(token) });
  const say = (message: ToPage) => port.postMessage(message);
  let asked: ((masked: boolean) => void)[] = [];
  const isMasked = () =>
    new Promise<boolean>((resolve) => {
      setTimeout(resolve, ANSWER_MS, true);
      asked.push(resolve);
      say({ kind: 'masked' });
    });
  return new Promise((resolve) => {
    port.onMessage.addListener((message: unknown) => {
      const parsed = parseToFrame(message);
      if (parsed === null) return;
      if (parsed.kind === 'here') resolve({ say, isMasked });
      else if (parsed.kind === 'masked') {
        for (const answer of asked) answer(parsed.masked);
        asked = [];
      } else heard(parsed);
    });
  });
}
