import { ArrowDown, ArrowUp, Minus } from 'lucide-preact';
import { type MessageKey, t } from '../../../lib/i18n';
import { changeText, contributorText } from '../../../lib/i18n/words/readiness-words';
import type { Contributor, ContributorName, JudgedDay } from '../../../lib/readiness';
import './today.css';

const NAMES: Readonly<Record<ContributorName, MessageKey>> = {
  hrv: 'hrv',
  'hrv-trend': 'trendTitle',
  'resting-hr': 'restingHr',
  sleep: 'askSleepQuality',
  soreness: 'askSoreness',
  energy: 'askEnergy',
  mood: 'askMood',
  stress: 'askStress',
  illness: 'askIll',
  injury: 'askInjured',
  load: 'whyLoad',
};

const ARROWS = { up: ArrowUp, down: ArrowDown, neutral: Minus } as const;
const WORDS = { up: 'whyUp', down: 'whyDown', neutral: 'whyNeutral' } as const;

/** The evidence for the verdict: each part with direction, size and one sentence; and what would have made it better. */
export function WhyCard({ judged }: { judged: JudgedDay }) {
  const { contributors } = judged.readiness;
  const [change] = judged.changes;
  if (contributors.length === 0) return null;
  return (
    <section class="card stack why" data-why>
      <h2>{t('whyTitle')}</h2>
      <ul>
        {contributors.map((one) => (
          <Line key={`${one.name}-${contributorText(one)}`} contributor={one} />
        ))}
      </ul>
      {change !== undefined && <p class="muted">{changeText(change)}</p>}
    </section>
  );
}

function Line({ contributor }: { contributor: Contributor }) {
  const { name, direction, weight } = contributor;
  const Arrow = ARROWS[direction];
  const share = `${50 * Math.min(1, Math.abs(weight))}%`;
  return (
    <li data-contributor={name} data-direction={direction}>
      <span class="name">{t(NAMES[name])}</span>
      <span class="weight" role="img" aria-label={t(WORDS[direction])}>
        <i style={{ width: share, [weight < 0 ? 'insetInlineEnd' : 'insetInlineStart']: '50%' }} />
      </span>
      <Arrow size={16} aria-hidden="true" />
      <small>{contributorText(contributor)}</small>
    </li>
  );
}
