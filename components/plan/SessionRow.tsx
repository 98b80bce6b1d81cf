import { Dumbbell, Flag } from 'lucide-preact';
import { plural, t, timeOfDay } from '../../lib/i18n';
import { SPORT_WORDS } from '../../lib/i18n/words/sport-words';
import type { AnchorRow } from '../../lib/today/plan/timeline';
import { INTENSITY_WORDS } from '../training/words';

/** What became of a session that its day should not hold. */
export const STATE_WORDS = {
  waits: 'plannedWaits',
  drop: 'plannedDropped',
  easy: 'plannedEased',
  move: 'plannedMoved',
  keep: 'plannedKept',
} as const;

/** The session or race that the windows depend on. */
export function SessionRow({ anchor }: { readonly anchor: AnchorRow }) {
  const state = anchor.kind === 'planned' ? anchor.state : null;
  return (
    <li class="plan-row anchor" data-anchor={anchor.kind} data-state={state ?? undefined}>
      <span class="when">{timeOfDay(anchor.atMs)}</span>
      {anchor.kind === 'event' ? <Flag size={16} aria-hidden="true" /> : <Dumbbell size={16} aria-hidden="true" />}
      <div>
        {state === 'waits' || state === 'drop' ? <s>{anchorText(anchor)}</s> : anchorText(anchor)}{' '}
        {state !== null && <small>{t(STATE_WORDS[state])}</small>}
      </div>
    </li>
  );
}

function anchorText(anchor: AnchorRow): string {
  switch (anchor.kind) {
    case 'event':
      return t(anchor.event === 'race' ? 'planRace' : 'planHardSession');
    case 'planned':
      return t('planSession', t(SPORT_WORDS[anchor.sport]), plural('minutes', anchor.minutes), t(INTENSITY_WORDS[anchor.intensity]));
    case 'done':
      return t('planTrained', t(SPORT_WORDS[anchor.sport]), plural('minutes', anchor.minutes));
  }
}
