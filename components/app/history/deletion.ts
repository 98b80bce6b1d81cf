import { ask } from '../../../lib/browser/messages';
import { Deletion } from '../../../lib/check/deletion';
import { clock } from '../../../lib/core/clock';

/** Outlives the views: a check deleted while it was open is put back from the list. */
export const deletion = new Deletion({
  clock,
  // A background that does not answer costs a stale badge, until its next look; the deletion stands.
  changed: () => ask('checks-changed', {}).catch((error: unknown) => console.error('badge', error)),
});
