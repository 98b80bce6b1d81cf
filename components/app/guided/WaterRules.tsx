import { WATER_RULES } from '../../../lib/catalogue';
import { t } from '../../../lib/i18n';
import { ruleOfWater } from './words';

/** The rules to read and acknowledge once before the first plunge. They stay available afterwards. */
export function WaterRules({ read, acknowledge }: { readonly read: boolean; readonly acknowledge: () => void }) {
  const rules = (
    <ul class="water-rules">
      {WATER_RULES.map((rule) => (
        <li key={rule}>{ruleOfWater(rule)}</li>
      ))}
    </ul>
  );
  if (read) {
    return (
      <details>
        <summary>{t('waterTitle')}</summary>
        {rules}
      </details>
    );
  }
  return (
    <section class="notice-block stack tight" aria-labelledby="water-title">
      <h3 id="water-title">{t('waterTitle')}</h3>
      {rules}
      <div>
        <button type="button" class="quiet" data-water-read onClick={acknowledge}>
          {t('waterRead')}
        </button>
      </div>
    </section>
  );
}
