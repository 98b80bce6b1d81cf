import { Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { findItem, findPreset, lengthS } from '../../../lib/catalogue';
import { t, timeOfDay } from '../../../lib/i18n';
import { duration, temperature } from '../../../lib/i18n/units';
import { warmthTexts } from '../../../lib/i18n/words/dose-words';
import type { SessionRecord } from '../../../lib/storage';
import { putSessionNow, type ReboundDatabase, updateSessionNote } from '../../../lib/storage';
import { endWords } from '../../session/words';
import { useAutosave } from '../../use-autosave';
import { shortDay } from '../history/words';
import { recordName } from './words';

interface DiaryRowProps {
  readonly db: ReboundDatabase;
  readonly record: SessionRecord;
  readonly remove: () => void;
}

/** One session: what, when, how long out of the planned time, how it ended, and the user's note. */
export function DiaryRow({ db, record, remove }: DiaryRowProps) {
  const { plan, device, day, startedAtMs, timeZone, activeS, end } = record;
  const [note, setNote] = useState(record.note ?? '');
  const autosave = useAutosave<string>(
    (typed) => void updateSessionNote(db, record.id, typed).catch((error: unknown) => console.error('note', error)),
    (typed) => putSessionNow(db, { ...record, note: typed }),
  );
  // The plan's minutes include the pauses to change place.
  const planned = duration(lengthS(plan.steps));
  const pauses = plan.steps.some(({ pause }) => pause === true);
  const meant = warmthTexts(plan);
  const measured = record.done.flatMap(({ temperatureC }) => temperatureC ?? []);
  const name = recordName(record);
  const when = `${shortDay(day)}, ${timeOfDay(startedAtMs, timeZone)}`;
  return (
    <li class="diary-row" data-session-record={findItem(plan) ?? findPreset(plan) ?? plan.doseId} data-end={end}>
      <div class="diary-what">
        <strong>{name}</strong>
        <small>{when}</small>
      </div>
      <div>
        <span class="num">{duration(activeS)}</span> <small>{t(pauses ? 'diaryOfWithPauses' : 'diaryOf', planned)}</small>
      </div>
      <small class="diary-about">
        {[
          end === null ? t('diaryOpen') : endWords(end, record.fault, record.rest),
          device === null ? t('diaryTimer') : (device.name ?? device.kind),
          ...(meant.length === 0 ? [] : [t('guidedDoseTemperature', meant.join(t('listComma')))]),
          ...(measured.length === 0 ? [] : [t('diaryMeasured', temperature(Math.min(...measured)), temperature(Math.max(...measured)))]),
        ].join(' · ')}
      </small>
      <input
        type="text"
        maxLength={500}
        disabled={end === null}
        value={note}
        placeholder={t('diaryNote')}
        aria-label={t('diaryNoteOf', name, when)}
        onInput={(event) => {
          setNote(event.currentTarget.value);
          autosave.later(event.currentTarget.value);
        }}
        onBlur={autosave.flush}
      />
      <button type="button" class="icon" disabled={end === null} aria-label={t('diaryDelete', name, when)} onClick={remove}>
        <Trash2 size={18} aria-hidden="true" />
      </button>
    </li>
  );
}
