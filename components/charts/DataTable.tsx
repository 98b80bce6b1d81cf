import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';

interface DataTableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: () => readonly (readonly string[])[];
}

/** A chart's data as a table; filled only while it is open. */
export function DataTable({ title, heads, rows }: DataTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('showTable')}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
        <section class="data-scroll" tabIndex={0} aria-label={t('tableOf', title)}>
          <table>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map((row, i) => (
                <tr key={i}>
                  {row.map((cell, column) => (
                    <td key={heads[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
