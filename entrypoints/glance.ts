import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginGlance } from '../lib/begun-glance';
import { dayOf } from '../lib/day';
import { firstGlance } from '../lib/first-glance';

/** The popup's first script, by itself and small: the database is opened while the browser still fetches what draws. */
export default defineUnlistedScript(() => {
  const now = Date.now();
  beginGlance(
    firstGlance('rebound', browser.runtime.getManifest().version, dayOf(now), now).catch((error: unknown) => {
      console.error('digest', error);
      return null;
    }),
  );
});
