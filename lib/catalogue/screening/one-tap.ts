import { MINUTE_MS } from '../../core/time';
import type { TreatmentClass } from '../treatment-class';
import type { Modality } from './modalities';

const ASKED_CLASSES: readonly TreatmentClass[] = ['compression', 'percussion', 'massage'];
const ASKED_MODALITIES: readonly Modality[] = ['pneumatic-compression', 'massage-gun', 'massage-therapy', 'foam-rolling'];

/** Whether a session of this class of device, or this modality without one, begins with the question. */
export function asksOneTap(what: { readonly class: TreatmentClass } | { readonly modality: string }): boolean {
  return 'class' in what ? ASKED_CLASSES.includes(what.class) : ASKED_MODALITIES.some((one) => one === what.modality);
}

/**
 * The question: any new one-sided calf pain or swelling, numbness, fever, wound? `none`: none of it is there. `some`: no session, and the words about urgent help.
 */
export type OneTapAnswer = 'none' | 'some';

/** How long a tap stands for the session it was made for, ms: about the time to put the boots on. */
export const ONE_TAP_HOLDS_MS = 10 * MINUTE_MS;
