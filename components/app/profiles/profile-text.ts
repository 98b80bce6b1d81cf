import { signal } from '@preact/signals';

/** Content of the import field. Outlives the views: the inspector puts its draft here. */
export const profileDraft = signal('');
