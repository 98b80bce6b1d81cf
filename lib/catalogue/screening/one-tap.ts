import { MINUTE_MS } from '../../core/time';
import { CATALOGUE, findEntry, MODALITIES } from '../catalogue';
import type { TreatmentClass } from '../treatment-class';

/** The classes of devices for which the question is asked. */
const ASKED_CLASSES: readonly TreatmentClass[] = MODALITIES.flatMap((modality) => {
  const { asksOneTap: asked, devices = [] } = CATALOGUE[modality];
  return asked ? devices.map((one) => one.class) : [];
});

/** Whether a session of this device class, or of this modality without a device, starts with the question. */
export function asksOneTap(what: { readonly class: TreatmentClass } | { readonly modality: string }): boolean {
  return 'class' in what ? ASKED_CLASSES.includes(what.class) : findEntry(what.modality)?.asksOneTap === true;
}

/**
 * The question: any new one-sided calf pain or swelling, numbness, fever, wound? `none`: no signs. `some`: no session, and advice about
 * urgent help.
 */
export type OneTapAnswer = 'none' | 'some';

/** How long an answer is valid for its session, ms: about the time to put the boots on. */
export const ONE_TAP_HOLDS_MS = 10 * MINUTE_MS;
