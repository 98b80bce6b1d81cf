import { browser } from 'wxt/browser';
import { portName, type ToFrame, type ToPage } from './wire';

/** The page's side of the port to a frame. */
export interface FramePort {
  /** Says something to the frame; before the frame has connected, once it has. */
  say(message: ToFrame): void;
}

/**
 * Waits for the frame to connect, then passes on what it says, until the signal. The browser delivers only connections of our own extension.
 * @param connected called once, when the frame is there
 */
export function listenToFrame(token: string, signal: AbortSignal, heard: (message: ToPage) => void, connected: () => void): FramePort {
  type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];
  let port: Port | null = null;
  let waiting: ToFrame[] = [];
  const connect = (opened: Port) => {
    if (opened.name !== portName(token) || port !== null) return;
    port = opened;
    connected();
    opened.onMessage.addListener((message: unknown) => heard(message as ToPage));
    opened.postMessage({ kind: 'here' } satisfies ToFrame);
    for (const message of waiting) opened.postMessage(message);
    waiting = [];
  };
  browser.runtime.onConnect.addListener(connect);
  signal.addEventListener('abort', () => {
    browser.runtime.onConnect?.removeListener(connect);
    port?.disconnect();
  });
  return {
    say(message) {
      if (signal.aborted) return;
      if (port === null) waiting.push(message);
      else port.postMessage(message);
    },
  };
}
