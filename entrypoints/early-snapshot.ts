import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOverSnapshot } from '../lib/today/early-snapshot';
import { readEarlySnapshot } from '../lib/today/read-snapshot';

/** The popup's first script, small and separate: it opens the database while the browser still loads the code that renders. */
export default defineUnlistedScript(() => {
  handOverSnapshot(
    readEarlySnapshot('rebound', browser.runtime.getManifest().version, Date.now()).catch((error: unknown) => {
      console.error('snapshot', error);
      return null;
    }),
  );
});
