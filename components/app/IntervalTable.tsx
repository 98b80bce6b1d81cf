import { useState } from 'preact/hooks';
import { number, t } from '../../lib/i18n';

const SHOWN = 20;

/** The newest intervals as text, behind the chart; filled only while it is open. */
export function IntervalTable({ rrMs }: { rrMs: readonly (number | null)[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('tachogramTable')}</summary>
      {open && (
        <p class="muted">
          {rrMs
            .slice(-SHOWN)
            .map((rr) => (rr === null ? '–' : number(rr)))
            .join(t('listComma'))}{' '}
          {t('ms')}
        </p>
      )}
    </details>
  );
}
