import { type Figures, readLabelled } from '../parse/labelled';

/** Fields and their labels (2023–2026), next to each other in a block of two. */
const FIELD = '[class*="DataBlock_dataField"]';
const LABEL = '[class*="DataBlock_dataLabel"], [class*="DataBlock_dataFieldLabel"]';
/** The blocks of the activity itself. Laps, intervals and other activities use the same fields elsewhere on the page. */
const OWN = '[class*="ActivitySmallStats_"], [class*="StatsBlock_"]';

export function readGarminStats(document: Document, language: string): Figures {
  const fields = [...document.querySelectorAll(FIELD)].filter((field) => !field.matches(LABEL) && field.closest(OWN));
  return readLabelled(
    fields.flatMap((field) => {
      // Pair only direct neighbours: in a block that lost one part, a value would otherwise get the label of another.
      const beside = [...(field.parentElement?.children ?? [])];
      const [label, another] = beside.filter((one) => one.matches(LABEL));
      const alone = beside.filter((one) => one.matches(FIELD) && !one.matches(LABEL)).length === 1;
      return label && !another && alone ? [[label.textContent ?? '', field.textContent ?? ''] as const] : [];
    }),
    language,
  );
}
