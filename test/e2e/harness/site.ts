import type { HTTPRequest, Page } from 'puppeteer';

/** Serves the given page at its real address, so that content scripts match it. All other requests get an empty response. */
export async function serveSite(page: Page, url: string, html: string): Promise<Page> {
  const address = new URL(url).href;
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request, address, html));
  await page.goto(address);
  return page;
}

function answer(request: HTTPRequest, address: string, html: string): Promise<void> {
  if (!/^https?:/.test(request.url())) return request.continue();
  if (request.isNavigationRequest() && request.url() === address) {
    return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  }
  return request.respond({ status: 204 });
}
