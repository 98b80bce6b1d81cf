import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteScript } from '../components/card/site-script';
import { generic } from '../lib/sites/generic';

/** The card on pages that the user adds, as a content script that is registered at run time, once the user allowed it (lib/browser/site-scripts.ts). */
export default defineUnlistedScript(() => siteScript(generic));
