import { ask } from '../../../lib/browser/messages';
import { Deletion } from '../../../lib/check/deletion';
import { clock } from '../../../lib/core/clock';

/** Outlives the views: a check deleted while it was open can be restored from the list. */
export const deletion = new Deletion({
  clock,
  // If the background does not answer, the badge is stale until its next update; the check stays deleted.
  changed: () => ask('checks-changed', {}).catch((error: unknown) => console.error('badge', error)),
});
