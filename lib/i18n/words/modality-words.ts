import { findEntry } from '../../catalogue';
import { type MessageKey, t } from '..';

/**
 * The name of a modality. Its message is `planItem_` and its id with underscores, `planItem_massage_gun`. Without such a message, the name
 * in its catalogue entry, otherwise the id itself, because stored rows may name modalities that no longer exist. In its own file, because
 * the popup's first picture shows it and must not load the planner.
 */
export function modalityText(modality: string): string {
  return messageOr(`planItem_${underscored(modality)}`, findEntry(modality)?.name ?? modality.replaceAll('-', ' '));
}

/** The name of what an entry of the log is about; null: that could not be read. */
export function loggedName(modality: string | null): string {
  return modality === null ? t('planLogUnread') : modalityText(modality);
}

/** A message whose key is made from an id, which may have none. */
export function messageOr(key: string, otherwise: string): string {
  return t(key as MessageKey) || otherwise;
}

export type Underscored<Code extends string> = Code extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Code;

/** Message keys have no hyphens. The type reflects that, so that a code without a message does not compile. */
export function underscored<Code extends string>(code: Code): Underscored<Code> {
  // The type follows the same rule; `replaceAll` only returns `string`.
  return code.replaceAll('-', '_') as Underscored<Code>;
}
