/**
 * The browser's own list of Bluetooth devices. It keeps its own session with the browser, because puppeteer's `waitForDevicePrompt` stops
 * reporting once any child of the page, such as a worker, is detached (observed on a busy machine: half the choosers were missed). The
 * caller must call `pick` or `dismiss`; either ends the session.
 */
import type { CDPSession, Page } from 'puppeteer';
import { Condition } from '../radio/condition';

const PATIENCE_MS = 15_000;

export interface ListedDevice {
  /** The address of the device. */
  readonly id: string;
  readonly name: string;
}

export class Chooser {
  readonly #session: CDPSession;
  readonly #condition = new Condition();
  #prompt: { readonly id: string; readonly devices: readonly ListedDevice[] } | null = null;

  constructor(session: CDPSession) {
    this.#session = session;
    session.on('DeviceAccess.deviceRequestPrompted', (prompt) => {
      this.#prompt = prompt;
      this.#condition.changed();
    });
  }

  get devices(): readonly ListedDevice[] {
    return this.#prompt?.devices ?? [];
  }

  opened(): Promise<void> {
    return this.#condition.until(() => this.#prompt !== null, 'the chooser to open', PATIENCE_MS);
  }

  listed(address: string): Promise<void> {
    return this.#condition.until(() => this.devices.some(({ id }) => id === address), `${address} in the chooser`, PATIENCE_MS);
  }

  async pick(address: string): Promise<void> {
    await this.listed(address);
    await this.#session.send('DeviceAccess.selectPrompt', { id: this.#prompt?.id ?? '', deviceId: address });
    await this.#session.detach();
  }

  async dismiss(): Promise<void> {
    await this.#session.send('DeviceAccess.cancelPrompt', { id: this.#prompt?.id ?? '' });
    await this.#session.detach();
  }
}

/** Opens the chooser with `click`, which must not wait for the choice. Chromium reports no chooser while the adapter is off. */
export async function openChooser(page: Page, click: () => Promise<void>): Promise<Chooser> {
  const session = await page.createCDPSession();
  const chooser = new Chooser(session);
  await session.send('DeviceAccess.enable');
  await click();
  await chooser.opened();
  return chooser;
}

export async function chooseDevice(page: Page, address: string, click: () => Promise<void>): Promise<void> {
  await (await openChooser(page, click)).pick(address);
}

export async function dismissChooser(page: Page, click: () => Promise<void>): Promise<void> {
  await (await openChooser(page, click)).dismiss();
}
