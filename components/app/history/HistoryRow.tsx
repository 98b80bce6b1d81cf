import { Minus, Check as Tick, Trash2 } from 'lucide-preact';
import type { RefObject } from 'preact';
import type { HistoryEntry as Row } from '../../../lib/check/history';
import { number, t, timeOfDay } from '../../../lib/i18n';
import { RangeBar } from '../../RangeBar';
import { QualityMark } from './QualityMark';
import { breathingWord, countingShort, dayAndTime, postureWord, shortDay } from './words';

interface HistoryRowProps {
  readonly row: Row;
  readonly link: RefObject<HTMLAnchorElement | null> | null;
  readonly remove: (id: string) => void;
}

/** One check in the list: time, HRV against the usual range of that day, heart rate, signal, conditions. The whole row opens the check. */
export function HistoryListRow({ row, link, remove }: HistoryRowProps) {
  const { check, counting } = row;
  const { rating } = check.summary.quality;
  return (
    <li class="check-row" data-check={check.id} data-counts={counting.counts}>
      <div class="check-when">
        <a href={`#history/${check.id}`} ref={link}>
          {shortDay(check.day)}
        </a>
        <small>{timeOfDay(check.startedAtMs, check.timeZone)}</small>
        {check.world === 'demo' && <span class="chip demo">{t('demoChip')}</span>}
      </div>
      <Hrv row={row} />
      <div class="check-hr">
        {check.summary.meanHrBpm === null ? '–' : number(check.summary.meanHrBpm)}
        <span class="unit">{t('bpm')}</span>
      </div>
      <div class="check-about">
        <div class="row">
          <QualityMark rating={rating} />
          <small class="check-counts">
            {counting.counts ? <Tick size={14} aria-hidden="true" /> : <Minus size={14} aria-hidden="true" />}
            {countingShort(counting)}
          </small>
        </div>
        <small>{[postureWord(check.posture), breathingWord(check.breathing), check.sensor?.name ?? t('sensorUnknown')].join(' · ')}</small>
        {(check.tags ?? []).length > 0 && (
          <div class="check-tags">
            {(check.tags ?? []).map((tag) => (
              <span key={tag} class="chip">
                {tag}
              </span>
            ))}
          </div>
        )}
      </div>
      <button type="button" class="icon" aria-label={t('deleteCheckOf', dayAndTime(check))} onClick={() => remove(check.id)}>
        <Trash2 size={18} aria-hidden="true" />
      </button>
    </li>
  );
}

/** RMSSD next to the range of that day. An unusable signal has none. */
function Hrv({ row }: { row: Row }) {
  const { rmssdMs } = row;
  const band = row.usual.lnRmssd;
  return (
    <div class="check-hrv">
      <div class="check-figure">
        <span class="visually-hidden">{t('rmssd')} </span>
        {rmssdMs === null ? '–' : number(rmssdMs)}
        <span class="unit">{t('ms')}</span>
      </div>
      {rmssdMs !== null && band !== null ? (
        <RangeBar value={Math.log(rmssdMs)} band={band} shown={Math.exp} unit={t('ms')} />
      ) : (
        <small>{rmssdMs === null ? '' : t('usualThenNone')}</small>
      )}
    </div>
  );
}
