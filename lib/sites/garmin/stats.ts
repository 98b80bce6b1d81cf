import { type Figures, readLabelled } from '../parse/labelled';

/** Fields and their labels (2023–2026), beside each other in a block of two. */
const FIELD = '[class*="DataBlock_dataField"]';
const LABEL = '[class*="DataBlock_dataLabel"], [class*="DataBlock_dataFieldLabel"]';
/** The activity's own blocks: laps, intervals and other activities use the same fields elsewhere. */
const OWN = '[class*="ActivitySmallStats_"], [class*="StatsBlock_"]';

export function readGarminStats(document: Document, language: string): Figures {
  const fields = [...document.querySelectorAll(FIELD)].filter((field) => !field.matches(LABEL) && field.closest(OWN));
  return readLabelled(
    fields.flatMap((field) => {
      // Only what stands directly beside each other belongs together, and a block that lost a part would give one value the other's label.
      const beside = [...(field.parentElement?.children ?? [])];
      const [label, another] = beside.filter((one) => one.matches(LABEL));
      const alone = beside.filter((one) => one.matches(FIELD) && !one.matches(LABEL)).length === 1;
      return label && !another && alone ? [[label.textContent ?? '', field.textContent ?? ''] as const] : [];
    }),
    language,
  );
}
