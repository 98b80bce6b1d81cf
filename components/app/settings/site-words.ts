import { toDay } from '../../../lib/core/day';
import { longDay, t, timeOfDay } from '../../../lib/i18n';
import type { SiteRead } from '../../../lib/storage';
import { DATA } from '../../../lib/views/card/schema';

/** The state of a site's reader: when a page was last read completely, and what was missing the last time. */
export function readWords(read: SiteRead | null): string {
  if (read === null || read.lastMs === null) return t('siteNeverRead');
  const full = read.lastFullMs === null ? t('siteNeverFull') : t('siteFull', when(read.lastFullMs));
  if (read.lastFullMs === read.lastMs) return full;
  const missing = DATA.filter((datum) => read.notFound.includes(datum)).map((datum) => t(`datum_${datum}`));
  return [full, t('siteMissing', when(read.lastMs), missing.join(t('listComma')))].join(' ');
}

const when = (ms: number) => [longDay(toDay(ms)), timeOfDay(ms)].join(t('listComma'));
