import { ask } from '../../lib/browser/messages';
import { t } from '../../lib/i18n';
import { modalityText } from '../../lib/i18n/words/modality-words';
import type { PlanItem } from '../../lib/planner';

/** Opens the item in the app tab, where devices and the timer are: starting needs a click there. */
export function OpenItem({ item, then }: { readonly item: Pick<PlanItem, 'id' | 'modality'>; readonly then?: () => void }) {
  const open = async () => {
    await ask('open-app', { screen: 'plan', part: item.id });
    then?.();
  };
  return (
    <button
      type="button"
      class="small"
      data-open-item={item.id}
      aria-label={t('planStartName', modalityText(item.modality))}
      onClick={() => void open()}
    >
      {t('planStart')}
    </button>
  );
}

/** A link to the full plan from another surface. */
export function OpenPlan() {
  return (
    <button type="button" class="quiet small" onClick={() => void ask('open-app', { screen: 'plan' })}>
      {t('planCardAll')}
    </button>
  );
}

/** The way to the questions that come before the plan: the morning's are on Today, the health questions on the plan's screen. */
export function OpenQuestions({ due }: { readonly due: string }) {
  const screen = due === 'answers-unread' ? 'today' : 'plan';
  return (
    <button type="button" class="link" data-open-questions={screen} onClick={() => void ask('open-app', { screen })}>
      {t('screeningOpen')}
    </button>
  );
}
