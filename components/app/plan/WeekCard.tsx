import { number, plural, t } from '../../../lib/i18n';
import type { TargetWeek, WeekAdherence } from '../../../lib/planner';

const WORDS = {
  mobility: 'planTarget_mobility',
  stretching: 'planTarget_stretching',
  massage: 'planTarget_massage',
  'rest-day': 'planTarget_rest_day',
  sauna: 'planTarget_sauna',
  cold: 'planTarget_cold',
} as const;

/** The week's programme: what was done against its targets. */
export function WeekCard({ week }: { readonly week: WeekAdherence }) {
  return (
    <section class="card stack tight" data-week={week.weekFrom}>
      <h2>{t('planWeek')}</h2>
      {week.targets.length === 0 ? (
        <p class="muted">{t('planWeekNone')}</p>
      ) : (
        <>
          <ul class="week-targets">
            {week.targets.map((target) => (
              <Target key={target.id} target={target} />
            ))}
          </ul>
          {week.kept !== null && <p>{t('planWeekKept', t('percentValue', number(100 * week.kept)))}</p>}
          <small>{t('planWeekText')}</small>
        </>
      )}
    </section>
  );
}

function Target({ target }: { readonly target: TargetWeek }) {
  const { id, done, from, to, skippedWithReason, outOfReach } = target;
  const reach = Math.max(from, 1);
  return (
    <li data-target={id} data-done={done}>
      <span>{t(WORDS[id])}</span>
      <span class="dots" aria-hidden="true">
        {Array.from({ length: Math.max(reach, done) }, (_, i) => (
          <i key={i} class={i < done ? 'done' : i < done + skippedWithReason ? 'kept' : ''} />
        ))}
      </span>
      <small class="count">
        {from === 0 ? t('planTargetUpTo', number(done), number(to)) : t('planTargetOf', number(done), targetRange(from, to))}
      </small>
      {skippedWithReason > 0 && <small class="more">{plural('planTargetSkipped', skippedWithReason)}</small>}
      {outOfReach && <small class="more">{t('planTargetOut')}</small>}
    </li>
  );
}

function targetRange(from: number, to: number): string {
  return from === to ? number(from) : t('planRange', number(from), number(to));
}
