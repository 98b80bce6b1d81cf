import { toOldS } from '../lib/devices/session/report-ages';
import { t } from '../lib/i18n';
import { duration } from '../lib/i18n/units';
import { useNow } from './use-now';

interface ReadingFigureProps {
  /** When it arrived, epoch ms; undefined where that is not known. */
  readonly atMs: number | undefined;
  readonly words: string;
}

/** A reading in words. One that is no longer fresh is grey, and says its age. */
export function ReadingFigure({ atMs, words }: ReadingFigureProps) {
  const nowMs = useNow();
  const oldS = atMs === undefined ? null : toOldS(nowMs - atMs);
  return (
    <span class={oldS === null ? undefined : 'old-figure'} data-old={oldS ?? undefined}>
      {oldS === null ? words : t('readingOld', words, duration(oldS))}
    </span>
  );
}
