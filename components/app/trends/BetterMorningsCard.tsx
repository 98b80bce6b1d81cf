import { clock } from '../../../lib/core/clock';
import type { Day } from '../../../lib/core/day';
import { number, t } from '../../../lib/i18n';
import type { ReboundDatabase, World } from '../../../lib/storage';
import { type Association, LEAST_EACH, OUTCOMES } from '../../../lib/trends';
import { readAssociations } from '../../../lib/views/trends-answers';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';
import { comparedWords, differenceWords, OUTCOME_WORDS } from './compared-words';

/** What went with better mornings: a table of differences with their intervals. Association, not cause. */
export function BetterMorningsCard({ db, world, day }: { db: ReboundDatabase; world: World; day: Day }) {
  const found = useLive(() => readAssociations(db, world, day, clock.now()), [db, world, day]);
  if (found instanceof Error) return <LoadFailed error={found} />;
  const names = [...new Set((found ?? []).map(({ name }) => name))];
  return (
    <section class="card stack better" data-better={found === undefined ? 'loading' : names.length}>
      <div class="stack tight">
        <h2>{t('betterTitle')}</h2>
        <p class="muted">{t('betterWhat')}</p>
      </div>
      {found !== undefined && names.length === 0 && (
        <div class="trend-missing">
          <p>{t('trendsNotYet')}</p>
          <p class="muted">{t('betterNeeds', number(LEAST_EACH))}</p>
        </div>
      )}
      {names.length > 0 && (
        <table class="better-table">
          <thead>
            <tr>
              <th scope="col">{t('betterWith')}</th>
              {OUTCOMES.map((outcome) => (
                <th key={outcome} scope="col">
                  {t(OUTCOME_WORDS[outcome])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{comparedWords(name)}</th>
                {OUTCOMES.map((outcome) => (
                  <td key={outcome} data-head={t(OUTCOME_WORDS[outcome])}>
                    <Difference of={found?.find((one) => one.name === name && one.outcome === outcome)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <small>{t('betterHow')}</small>
    </section>
  );
}

function Difference({ of }: { of: Association | undefined }) {
  if (of === undefined) return <span class="muted">–</span>;
  const days = t('betterDays', number(of.daysWith), number(of.daysWithout));
  if (!of.known) {
    return (
      <span class="muted">
        {t('trendsNotYet')}
        <br />
        <small>{days}</small>
      </span>
    );
  }
  const { difference, low, high } = of;
  return (
    <span class={of.told ? 'told' : 'untold'}>
      <b>{differenceWords(of.outcome, difference)}</b>{' '}
      <small>{t('betterInterval', differenceWords(of.outcome, low), differenceWords(of.outcome, high))}</small>
      <br />
      <small>{[t(of.told ? 'betterTold' : 'betterChance'), days].join(t('listComma'))}</small>
    </span>
  );
}
