import type { BreathingSessions, BreathRun } from '../../../lib/breathing/breathing-sessions';
import { number, t } from '../../../lib/i18n';
import { Notice } from '../../Notice';

interface SearchResultProps {
  readonly breathing: BreathingSessions;
  readonly run: BreathRun;
}

/** The end: after a search, its result with the figures of every rate; after a session, only that it is done. */
export function SearchResult({ breathing, run }: SearchResultProps) {
  const complete = run.timer.stepIndex.value === run.rates.length - 1 && breathing.rates.value.length === run.rates.length;
  return (
    <section class="card stack breathe" data-breathe="ended">
      {run.kind === 'session' || breathing.rates.value.length === 0 ? (
        <p role="status">{t(run.kind === 'session' ? 'breatheEnded' : 'breatheEndedEarly')}</p>
      ) : (
        <Finding breathing={breathing} demo={run.demo} complete={complete} />
      )}
      <div>
        <button type="button" data-put-away onClick={() => breathing.dismiss()}>
          {t('sessionClose')}
        </button>
      </div>
    </section>
  );
}

function Finding({
  breathing,
  demo,
  complete,
}: {
  readonly breathing: BreathingSessions;
  readonly demo: boolean;
  readonly complete: boolean;
}) {
  const rates = breathing.rates.value;
  const finding = breathing.finding.value;
  const most = Math.max(1, ...rates.map(({ swing }) => swing?.swingBpm ?? 0));
  return (
    <>
      <h2>{t('searchResult')}</h2>
      {!complete && <p>{t('breatheEndedEarly')}</p>}
      {finding === null ? (
        <Notice kind="warn" what={t('searchNothing')} todo={t('searchNothingTodo')} live />
      ) : (
        <div role="status" class="stack tight">
          <p class="found" data-found={finding.perMin}>
            {t('searchLargest', number(finding.perMin, 1), number(finding.swingBpm, 1))}
          </p>
          {!finding.clear && <p>{t('searchClose')}</p>}
          {finding.atEdge && <p>{t('searchEdge')}</p>}
          <p class="muted">{t(demo ? 'searchDemo' : 'searchKept')}</p>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section class="data-scroll" tabIndex={0} aria-label={t('searchTable')}>
        <table class="search-rates">
          <thead>
            <tr>
              <th scope="col">{t('breatheRate')}</th>
              <th scope="col">{t('searchSwing')}</th>
              <th scope="col">{t('searchAmplitude')}</th>
              <th scope="col">{t('searchPower')}</th>
              <th scope="col">{t('searchHr')}</th>
            </tr>
          </thead>
          <tbody>
            {rates.map(({ perMin, swing }) => (
              <tr key={perMin} data-rate={perMin} {...(perMin === finding?.perMin ? { class: 'largest' } : {})}>
                <th scope="row">{number(perMin, 1)}</th>
                {swing === null ? (
                  <td colSpan={4} class="muted">
                    {t('searchTooLittle')}
                  </td>
                ) : (
                  <>
                    <td>
                      <span class="swing-bar" aria-hidden="true" style={{ width: `${(90 * swing.swingBpm) / most}px` }} />
                      {number(swing.swingBpm, 1)} <span class="unit">{t('bpm')}</span>
                    </td>
                    <td>
                      ± {number(swing.amplitudeBpm, 1)} <span class="unit">{t('bpm')}</span>
                    </td>
                    <td>
                      {swing.peakMs2 === null ? '–' : number(swing.peakMs2)} <span class="unit">{t('unitMs2')}</span>
                    </td>
                    <td>
                      {number(swing.meanHrBpm)} <span class="unit">{t('bpm')}</span>
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{t('searchMeaning')}</p>
      <small>{t('searchMethod')}</small>
    </>
  );
}
