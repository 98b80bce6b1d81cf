import { CalendarPlus } from 'lucide-preact';
import { clock } from '../../../lib/core/clock';
import { t } from '../../../lib/i18n';
import { findDiet } from '../../../lib/storage';
import type { Today } from '../../../lib/today/read-today';
import { toCalendar } from '../../../lib/views/plan-calendar';
import { download } from '../../charts/download';

/** Exports the plan to other calendars. */
export function ExportButton({ now }: { readonly now: Today }) {
  const save = () =>
    download(
      `rebound-plan-${now.day}.ics`,
      new Blob([toCalendar(now.plan, findDiet(now.settings), clock.now())], { type: 'text/calendar' }),
    );
  return (
    <button type="button" class="quiet" title={t('planExportHint')} disabled={now.plan.items.length === 0} onClick={save}>
      <CalendarPlus size={18} aria-hidden="true" />
      {t('planExport')}
    </button>
  );
}
