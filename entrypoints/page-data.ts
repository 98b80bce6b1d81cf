import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { WORLD_DATA_EVENT } from '../lib/overlay/world-data-event';
import { collectPageData } from '../lib/sites/page-data';
import type { PageDataPaths } from '../lib/sites/site';

/** Pages fill in the data while they start, so it is read again after these pauses, in ms. */
const PAUSES_MS = [50, 150, 400, 1000, 2000, 4000];

/**
 * Runs in the page's own world, where the page can change everything that it uses. So it has no user data, reads only what its element
 * names, and answers once, with an event on that element.
 */
export default defineUnlistedScript(() => {
  const script = document.currentScript;
  const named = script instanceof HTMLScriptElement ? script.dataset.paths : undefined;
  if (script === null || named === undefined) return;
  const paths = JSON.parse(named) as PageDataPaths;
  const look = (turn: number) => {
    const found = collectPageData(window, paths);
    const pause = PAUSES_MS[turn];
    if (pause !== undefined && Object.values(found).every((value) => value === null)) setTimeout(look, pause, turn + 1);
    else script.dispatchEvent(new CustomEvent(WORLD_DATA_EVENT, { detail: JSON.stringify(found) }));
  };
  look(0);
});
