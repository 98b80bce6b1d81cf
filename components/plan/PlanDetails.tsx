import { t } from '../../lib/i18n';
import { minutesText } from '../../lib/plan/dose-words';
import { evidenceText, seedGradeText, sourcesText, stepTexts, whoseText } from '../../lib/plan-words';
import type { PlanItem } from '../../lib/recovery';
import { REGION_WORDS } from '../../lib/region-words';

/** The steps, where it goes, whose the dose is, what trials show and what the sources only claim. */
export function PlanDetails({ item }: { readonly item: PlanItem }) {
  const minutes = minutesText(item);
  return (
    <details class="plan-details">
      <summary>{t('planDetails')}</summary>
      <div class="stack tight">
        <ol>
          {stepTexts(item).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        {item.regions.length > 0 && <p>{t('planWhere', item.regions.map((region) => t(REGION_WORDS[region])).join(t('listComma')))}</p>}
        {item.notRegions.length > 0 && (
          <p>{t('planNotOn', item.notRegions.map((region) => t(REGION_WORDS[region])).join(t('listComma')))}</p>
        )}
        <small>
          {t('planWhoseIs', whoseText(item))} {minutes} {evidenceText(item)}. {item.seedGrade !== 'none' && seedGradeText(item)}
        </small>
        <small>{t('planSources', sourcesText(item))}</small>
      </div>
    </details>
  );
}
