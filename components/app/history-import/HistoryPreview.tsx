import type { ImportedMorning } from '../../../lib/exchange';
import { number, plural, t } from '../../../lib/i18n';
import { type HistorySource, knownDays, type ReboundDatabase } from '../../../lib/storage';
import { useLive } from '../../use-live';
import { fullDay } from '../history/words';
import { LoadFailed } from '../LoadFailed';
import { sourceName } from './words';

const SHOWN = 30;

interface HistoryPreviewProps {
  readonly db: ReboundDatabase;
  readonly source: HistorySource;
  /** Oldest first. */
  readonly entries: readonly ImportedMorning[];
  readonly store: () => void;
  readonly cancel: () => void;
}

/** What would be stored, and what it would replace. */
export function HistoryPreview({ db, source, entries, store, cancel }: HistoryPreviewProps) {
  const known = useLive(
    () =>
      knownDays(
        db,
        source,
        entries.map(({ day }) => day),
      ),
    [db, source, entries],
  );
  if (known instanceof Error) return <LoadFailed error={known} />;
  const replaced = entries.filter(({ day, rmssdMs, hrBpm }) => {
    const before = known?.get(day);
    return before !== undefined && (before.rmssdMs !== rmssdMs || before.hrBpm !== hrBpm);
  }).length;
  const [first, last] = [entries[0], entries.at(-1)];
  return (
    <div class="stack tight preview" data-preview={entries.length}>
      <p>
        <b>{plural('historyMornings', entries.length)}</b>
        {first !== undefined && last !== undefined && `, ${t('trendsStretch', fullDay(first.day), fullDay(last.day))}`}
        <br />
        <small>{t('historyAs', sourceName(source))}</small>
      </p>
      {replaced > 0 && <p>{plural('historyReplaces', replaced)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section class="data-scroll" tabIndex={0} aria-label={t('historyPreview')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('colDay')}</th>
              <th scope="col">
                {t('rmssd')} ({t('ms')})
              </th>
              <th scope="col">
                {t('trendsHr')} ({t('bpm')})
              </th>
            </tr>
          </thead>
          <tbody>
            {entries
              .slice(-SHOWN)
              .reverse()
              .map(({ day, rmssdMs, hrBpm }) => (
                <tr key={day}>
                  <td>{fullDay(day)}</td>
                  <td>{number(rmssdMs, 1)}</td>
                  <td>{hrBpm === null ? '–' : number(hrBpm)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      {entries.length > SHOWN && <small>{t('historyOlder', number(entries.length - SHOWN))}</small>}
      <div class="row">
        <button type="button" disabled={known === undefined} onClick={store}>
          {t('historyStore')}
        </button>
        <button type="button" class="quiet" onClick={cancel}>
          {t('historyNotStore')}
        </button>
      </div>
    </div>
  );
}
