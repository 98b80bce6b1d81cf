import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toDay } from '../lib/core/day';
import { beginGlance } from '../lib/today/early-snapshot';
import { firstGlance } from '../lib/today/read-snapshot';

/** The popup's first script, by itself and small: the database is opened while the browser still fetches what draws. */
export default defineUnlistedScript(() => {
  const now = Date.now();
  beginGlance(
    firstGlance('rebound', browser.runtime.getManifest().version, toDay(now), now).catch((error: unknown) => {
      console.error('digest', error);
      return null;
    }),
  );
});
