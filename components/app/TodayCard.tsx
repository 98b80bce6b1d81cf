import { longDay, number, t, timeOfDay } from '../../lib/i18n';
import { rangeMs, restsOn } from '../../lib/i18n/words/verdict-words';
import { toDaySnapshot } from '../../lib/today/snapshot';
import type { DayReading } from '../../lib/today/today';
import { HeartRateFigure, RmssdFigure } from '../KeyFigures';
import { VerdictLine } from '../Verdict';
import { BudgetLine } from './today/BudgetLine';

/** The verdict, its main reason, RMSSD against the range, heart rate. `again` starts another check. */
export function TodayCard({ today, again }: { today: DayReading; again?: () => void }) {
  const { check, readiness, world } = today;
  const snapshot = toDaySnapshot(today);
  const trend = readiness.trend;
  return (
    <section class="card stack" style={{ gap: 'var(--s5)' }}>
      <div class="between" style={{ flexWrap: 'wrap' }}>
        <small>
          {longDay(today.day)} · {check === null ? t('measuredNone') : t('measuredAt', timeOfDay(check.startedAtMs, check.timeZone))}
        </small>
        {world === 'demo' ? (
          <span class="chip demo">{t('demoChip')}</span>
        ) : (
          <span class="chip">{restsOn(snapshot) || t('measuredNone')}</span>
        )}
      </div>
      <VerdictLine readiness={readiness} large />
      <BudgetLine judged={today.judged} />
      {check !== null && (
        <div class="grid">
          <div class="half stack tight">
            <h3>{t('rmssd')}</h3>
            <RmssdFigure today={snapshot} size="big" />
            {trend !== null && (
              <small>
                {t('trendTitle')}: {number(Math.exp(trend.mean7))} {t('ms')},{' '}
                {t('trendRange', ...rangeMs(trend.band).map((ms) => number(ms)))}
              </small>
            )}
          </div>
          <div class="half stack tight">
            <h3>{t('restingHr')}</h3>
            <HeartRateFigure today={snapshot} size="big" />
          </div>
        </div>
      )}
      <div class="row">
        {again === undefined ? (
          <a class={check === null || world === 'demo' ? 'button' : 'button quiet'} href="#check">
            {check === null || world === 'demo' ? t('startCheck') : t('measureAgain')}
          </a>
        ) : (
          <>
            <a class="button" href="#today">
              {t('seeToday')}
            </a>
            <button type="button" class="quiet" onClick={again}>
              {t('measureAgain')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
