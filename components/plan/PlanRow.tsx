import { Check, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t, timeOfDay } from '../../lib/i18n';
import { doseText } from '../../lib/i18n/words/dose-words';
import { evidenceText, whyText } from '../../lib/i18n/words/plan-words';
import { sessionName } from '../../lib/i18n/words/session-words';
import { countDownText } from '../../lib/i18n/words/time-words';
import type { PlanItem } from '../../lib/planner';
import { isAllDay, isOpen, NOW_MS } from '../../lib/planner';
import type { DietLimit } from '../../lib/storage';
import { isMovable } from '../../lib/today/plan/act';
import { PlanDetails } from './PlanDetails';
import { SkipForm } from './SkipForm';
import type { PlanActions } from './use-plan-actions';
import { WindowSlider } from './WindowSlider';

interface PlanRowProps {
  readonly item: PlanItem;
  readonly nowMs: number;
  readonly actions: PlanActions;
  /** Whether the item is today's, so that it can be done now. */
  readonly today: boolean;
  /** What the user does not eat; null: not all of it could be read. */
  readonly diet?: readonly DietLimit[] | null;
  /** Without window, steps and evidence. */
  readonly short?: boolean;
  /** The controls to start it. */
  readonly start?: ComponentChildren;
  /** Whether the user followed a link to this item. */
  readonly wanted?: boolean;
}

/** One item: when, what, how much, why; with buttons for done, skip, move and start. */
export function PlanRow({ item, nowMs, actions, today, diet = [], short = false, start, wanted = false }: PlanRowProps) {
  const [skipping, setSkipping] = useState(false);
  const name = sessionName(item);
  const dose = doseText(item);
  const left = today ? countDownText(item, nowMs) : null;
  const allDay = isAllDay(item);
  const slider = isMovable(item) && !allDay && (
    <WindowSlider item={item} name={name} nowMs={nowMs} move={(startMs) => actions.move(item, startMs)} />
  );
  // Where there is room, the buttons have labels.
  const large = today && !short;
  const look = large ? 'quiet small' : 'icon';
  const buttons = !skipping && (
    <div class="plan-buttons">
      {today && start}
      {today && (
        <button type="button" class={look} title={t('planDone')} aria-label={t('planDoneName', name)} onClick={() => actions.done(item)}>
          <Check size={large ? 16 : 18} aria-hidden="true" />
          {large && t('planDone')}
        </button>
      )}
      <button type="button" class={look} title={t('planSkip')} aria-label={t('planSkipName', name)} onClick={() => setSkipping(true)}>
        <X size={large ? 16 : 18} aria-hidden="true" />
        {large && t('planSkip')}
      </button>
    </div>
  );
  const due = today && !allDay && item.modality !== 'sleep' && isOpen(item, nowMs);
  return (
    <li class="plan-row" data-item={item.id} data-modality={item.modality} data-due={due} data-wanted={wanted}>
      <span class="when">{allDay ? t('planAllDay') : due && item.startMs - nowMs < NOW_MS ? t('planNow') : timeOfDay(item.startMs)}</span>
      <i class="pin" aria-hidden="true" />
      <div class="stack tight">
        <div>
          <strong>{name}</strong>
          {dose !== '' && <span class="dose">{dose}</span>}
          <br />
          <small>
            {left !== null && <b class="left">{left}</b>} {whyText(item)} {!short && `${evidenceText(item)}.`}
          </small>
        </div>
        {!short && today && slider}
        {item.moved && (
          <div class="row">
            <span class="chip">{t('planMovedByYou')}</span>
            {!short && (
              <button type="button" class="link" aria-label={t('planLetChooseName', name)} onClick={() => actions.letChoose(item)}>
                {t('planLetChoose')}
              </button>
            )}
          </div>
        )}
        {skipping && (
          <SkipForm
            skip={(reason) => {
              setSkipping(false);
              actions.skip(item, reason);
            }}
            cancel={() => setSkipping(false)}
          />
        )}
        {large && buttons}
        {!short && (
          <PlanDetails item={item} diet={diet}>
            {!today && slider}
          </PlanDetails>
        )}
      </div>
      {!large && buttons}
    </li>
  );
}
