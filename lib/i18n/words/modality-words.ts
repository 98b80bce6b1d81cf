import type { Modality } from '../../catalogue';
import { t } from '..';

/** The name of a modality. By itself, because the popup's first picture shows it and must not load the planner. */
export function modalityText(modality: Modality): string {
  return t(`planItem_${underscored(modality)}`);
}

export type Underscored<Code extends string> = Code extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Code;

/** Message keys have no hyphens. The type follows, so that a code without words does not compile. */
export function underscored<Code extends string>(code: Code): Underscored<Code> {
  // The type says the same letter by letter; `replaceAll` only knows strings.
  return code.replaceAll('-', '_') as Underscored<Code>;
}
