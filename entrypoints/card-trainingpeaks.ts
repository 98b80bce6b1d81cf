import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteScript } from '../components/card/site-script';
import { trainingPeaks } from '../lib/sites/training-peaks';

/** The card on TrainingPeaks, as a content script that is registered at run time, once the user allowed it (lib/browser/site-scripts.ts). */
export default defineUnlistedScript(() => siteScript(trainingPeaks));
