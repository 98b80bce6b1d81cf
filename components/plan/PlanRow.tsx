import { Check, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t, timeOfDay } from '../../lib/i18n';
import { isMovable } from '../../lib/plan/act';
import { doseText } from '../../lib/plan/dose-words';
import { countDownText, isAllDay, isOpen } from '../../lib/plan/time-words';
import { evidenceText, modalityText, whyText } from '../../lib/plan-words';
import type { PlanItem } from '../../lib/recovery';
import { PlanDetails } from './PlanDetails';
import { SkipForm } from './SkipForm';
import type { PlanActions } from './use-plan-actions';
import { WindowSlider } from './WindowSlider';

/** What begins this soon begins now. */
const NOW_MS = 5 * 60_000;

interface PlanRowProps {
  readonly item: PlanItem;
  readonly nowMs: number;
  readonly actions: PlanActions;
  /** It is of today: it can be done now. */
  readonly today: boolean;
  /** Without window, steps and evidence. */
  readonly short?: boolean;
  /** The way to start it. */
  readonly start?: ComponentChildren;
  /** Came here for this one. */
  readonly wanted?: boolean;
}

/** One item: when, what, how much, why; done, skipped, moved, started. */
export function PlanRow({ item, nowMs, actions, today, short = false, start, wanted = false }: PlanRowProps) {
  const [skipping, setSkipping] = useState(false);
  const name = modalityText(item.modality);
  const dose = doseText(item);
  const left = today ? countDownText(item, nowMs) : null;
  const allDay = isAllDay(item);
  const due = today && !allDay && item.modality !== 'sleep' && isOpen(item, nowMs);
  return (
    <li class="plan-row" data-item={item.id} data-modality={item.modality} data-due={due} data-wanted={wanted}>
      <span class="when">
        {allDay ? t('planAllDay') : due && item.startMs - nowMs < NOW_MS ? t('planNow') : timeOfDay(item.startMs)}
        {left !== null && <small>{left}</small>}
      </span>
      <i class="pin" aria-hidden="true" />
      <div class="stack tight">
        <div>
          <strong>{name}</strong>
          {dose !== '' && <span class="dose">{dose}</span>}
          <br />
          <small>{short ? whyText(item) : `${whyText(item)} ${evidenceText(item)}.`}</small>
        </div>
        {!short && isMovable(item) && !allDay && (
          <WindowSlider item={item} name={name} nowMs={nowMs} move={(startMs) => actions.move(item, startMs)} />
        )}
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
        {!short && <PlanDetails item={item} />}
      </div>
      {!skipping && (
        <div class="plan-buttons">
          {today && start}
          {today && (
            <button
              type="button"
              class="icon"
              title={t('planDone')}
              aria-label={t('planDoneName', name)}
              onClick={() => actions.done(item)}
            >
              <Check size={18} aria-hidden="true" />
            </button>
          )}
          <button type="button" class="icon" title={t('planSkip')} aria-label={t('planSkipName', name)} onClick={() => setSkipping(true)}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </li>
  );
}
