import { type Figures, figuresOf } from '../parse/labelled';

/** Fields and their labels (2023–2026), beside each other in a block of two. */
const FIELD = '[class*="DataBlock_dataField"]';
const LABEL = '[class*="DataBlock_dataLabel"], [class*="DataBlock_dataFieldLabel"]';
/** Blocks of single laps, intervals and other people's activities use the same fields. */
const NOT_THE_ACTIVITY = '[class*="Lap"], [class*="Interval"], [class*="Segment"], [class*="Comment"], table';

export function statsOf(document: Document, language: string): Figures {
  const fields = [...document.querySelectorAll(FIELD)].filter((field) => !field.matches(LABEL) && !field.closest(NOT_THE_ACTIVITY));
  return figuresOf(
    fields.flatMap((field) => {
      const block = field.parentElement;
      const labels = block?.querySelectorAll(LABEL) ?? [];
      // A block that lost a part would give one value the other's label.
      const alone = labels.length === 1 && [...(block?.querySelectorAll(FIELD) ?? [])].filter((one) => !one.matches(LABEL)).length === 1;
      return alone ? [[labels[0]?.textContent ?? '', field.textContent ?? ''] as const] : [];
    }),
    language,
  );
}
