import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n';
import { minutesText } from '../../lib/i18n/words/dose-words';
import { foodSteps } from '../../lib/i18n/words/food-words';
import { evidenceText, seedGradeText, sourcesText, whoseText } from '../../lib/i18n/words/plan-words';
import { regionList } from '../../lib/i18n/words/region-words';
import { wayNames, waySteps } from '../../lib/i18n/words/way-words';
import type { PlanItem } from '../../lib/planner';
import type { DietLimit } from '../../lib/storage';

interface PlanDetailsProps {
  readonly item: PlanItem;
  /** What the user does not eat; null: not all of it could be read. */
  readonly diet: readonly DietLimit[] | null;
  /** The way to move it, where that is not in sight already. */
  readonly children?: ComponentChildren;
}

/** The steps, the ways to do it, the body region, the source of the dose, and what trials show and sources only claim. */
export function PlanDetails({ item, diet, children }: PlanDetailsProps) {
  const minutes = minutesText(item);
  const ways = wayNames(item);
  return (
    <details class="plan-details">
      <summary>{t(children ? 'planDetailsMove' : 'planDetails')}</summary>
      <div class="stack tight">
        {children}
        <ol>
          {foodSteps([...item.steps, ...waySteps(item)], diet).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        {ways.length > 1 && <p>{t('planWays', ways.join(t('listComma')))}</p>}
        {item.regions.length > 0 && <p>{t('planWhere', regionList(item.regions))}</p>}
        {item.notRegions.length > 0 && <p>{t('planNotOn', regionList(item.notRegions))}</p>}
        <small>
          {t('planWhoseIs', whoseText(item))} {minutes} {evidenceText(item)}. {item.seedGrade !== 'none' && seedGradeText(item)}
        </small>
        <small>{t('planSources', sourcesText(item))}</small>
      </div>
    </details>
  );
}
