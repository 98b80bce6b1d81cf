import { injectScript } from 'wxt/utils/inject-script';
import type { PageDataPaths } from '../sites/site';
import { WORLD_DATA_EVENT } from './world-data-event';

const LONGEST = 20_000;
const PATIENCE_MS = 15_000;

/**
 * Data that exists only in the page's own world, as named by the site's reader; null where there is none, or nobody answers. The first
 * answer counts, whoever sent it: a page can forge all of it, and the reader treats it as untrusted.
 */
export function worldData(paths: PageDataPaths, signal: AbortSignal): Promise<unknown> {
  if (Object.keys(paths).length === 0) return Promise.resolve(null);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    const give = (data: unknown) => {
      clearTimeout(timer);
      resolve(data);
    };
    signal.addEventListener('abort', () => give(null), { once: true });
    injectScript('/page-data.js', {
      modifyScript(script) {
        script.dataset.paths = JSON.stringify(paths);
        script.addEventListener(WORLD_DATA_EVENT, (event) => give(parsed((event as CustomEvent<unknown>).detail)), { once: true });
      },
    }).catch(() => give(null));
  });
}

function parsed(detail: unknown): unknown {
  if (typeof detail !== 'string' || detail.length > LONGEST) return null;
  try {
    return JSON.parse(detail);
  } catch {
    return null;
  }
}
