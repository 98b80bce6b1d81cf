import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteScript } from '../components/card/site-script';
import { strava } from '../lib/sites/strava';

/** The card on Strava, as a content script that is registered at run time, once the user allowed it (lib/browser/site-scripts.ts). */
export default defineUnlistedScript(() => siteScript(strava));
