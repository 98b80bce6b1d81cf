import { signal } from '@preact/signals';

/** What stands in the field of the import. Outlives the views: the inspector's draft is put here. */
export const profileDraft = signal('');
