import { findEntry, type TimerOffer, temperaturesIn, toSessionPlan } from '../../catalogue';
import { plural, t } from '..';
import { temperatureRange } from '../units';
import { messageOr, modalityText } from './modality-words';
import { doseOfText } from './plan-words';

/** The names of sessions and doses. */

const key = (...ids: readonly string[]) => ids.join('_').replaceAll('-', '_');

/**
 * The name of a session: its modality, and its variant when variants run differently. The message is `sessionName_`, modality and variant:
 * `sessionName_contrast_warm_bath`.
 */
export function sessionName({
  modality,
  variant = null,
}: {
  readonly modality: string;
  readonly variant?: string | null | undefined;
}): string {
  const kind = findEntry(modality)?.variants.find(({ id, course }) => id === variant && course !== undefined);
  const name = modalityText(modality);
  return kind === undefined ? name : messageOr(`sessionName_${key(modality, kind.id)}`, `${name}: ${kind.id.replaceAll('-', ' ')}`);
}

/** A choice in the timer; for a modality with several doses, with temperature and source. */
export function offerName({ entry, dose, variant }: TimerOffer, among: readonly TimerOffer[]): string {
  const name = sessionName({ modality: entry.modality, variant });
  const several = among.filter((one) => one.entry.modality === entry.modality && one.variant === variant).length > 1;
  if (!several) return name;
  const plan = toSessionPlan({ modality: entry.modality, doseId: dose.id, variant });
  const [range] = plan === null ? [] : temperaturesIn(plan);
  const figure = range === undefined ? plural('minutes', dose.minutes) : temperatureRange(...range);
  return t('sessionOffer', name, t('sessionOfferAt', figure, doseOfText(dose.whose)));
}

/** A device preset: `preset_` and its id; otherwise the name of its modality. */
export function presetName({ id, modality }: { readonly id: string; readonly modality: string }): string {
  return messageOr(`preset_${key(id)}`, modalityText(modality));
}

/** Precautions of a modality, in addition to the water rules: `care_` and its id; null for none. */
export function careWords(modality: string): string | null {
  return messageOr(`care_${key(modality)}`, '') || null;
}
