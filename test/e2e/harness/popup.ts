import type { Browser, Page, WebWorker } from 'puppeteer';

/** The part of the extension's API that is used in its service worker; the function below is evaluated there. */
declare const chrome: { action: { openPopup(): Promise<void>; getPopup(details: object): Promise<string> } };

/** Opens the popup as a click on the extension's button would. */
export async function openPopup(browser: Browser, serviceWorker: WebWorker): Promise<Page> {
  const url = await serviceWorker.evaluate(async () => {
    await chrome.action.openPopup();
    return chrome.action.getPopup({});
  });
  const target = await browser.waitForTarget((one) => one.url() === url);
  // page() is null for a popup.
  return target.asPage();
}
