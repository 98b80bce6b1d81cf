import type { Figure } from '../../lib/devices/session/view';
import { t } from '../../lib/i18n';
import { duration } from '../../lib/i18n/units';

/** What the device measures. A figure that is no longer fresh is grey, and says its age. */
export function MeasuredFigure({ figure: { oldS }, words }: { readonly figure: Figure; readonly words: string }) {
  return (
    <span class={oldS === null ? 'measured' : 'measured old'} data-old={oldS ?? undefined}>
      {oldS === null ? t('levelMeasured', words) : t('levelMeasuredOld', words, duration(oldS))}
    </span>
  );
}
