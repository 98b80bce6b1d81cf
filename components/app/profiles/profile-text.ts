import { signal } from '@preact/signals';
import type { Proposal } from '../../../lib/devices/profile';

/** Content of the import field. Outlives the views: the inspector puts its draft here. */
export const profileDraft = signal('');

/** What the inspector's log supports beyond its draft. */
export const profileProposals = signal<readonly Proposal[]>([]);
