import { useState } from 'preact/hooks';
import { number, t } from '../../../lib/i18n';
import { RANGE_WIDTHS_SD, type ReboundDatabase, type Settings, setSetting } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { Choices } from '../Choices';

/** Of 20 ordinary mornings, how many are outside mean ± this many SD: 20 · (1 − erf(SD ÷ √2)). */
const OUTSIDE_OF_20: Readonly<Record<(typeof RANGE_WIDTHS_SD)[number], number>> = { 0.75: 9, 1: 6, 1.25: 4, 1.5: 3 };
const DECIMALS = { 0.75: 2, 1: 0, 1.25: 2, 1.5: 1 } as const;
const WORDS = { 0.75: 'rangeNarrow', 1: 'rangeUsual', 1.25: 'rangeWide', 1.5: 'rangeWidest' } as const;

/** The width of the daily usual range. */
export function RangeCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const [failed, setFailed] = useState(false);
  const width = settings.rangeWidthSd;
  return (
    <section class="card stack" data-range-width>
      <div class="stack tight">
        <h2>{t('rangeTitle')}</h2>
        <p class="muted">{t('rangeWhy')}</p>
      </div>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      <Choices
        legend={t('rangeWidth')}
        name="range-width"
        options={RANGE_WIDTHS_SD.map((value) => ({ value: `${value}`, label: t(WORDS[value], number(value, DECIMALS[value])) }))}
        value={`${width}`}
        choose={(chosen) => {
          const value = RANGE_WIDTHS_SD.find((one) => `${one}` === chosen);
          if (value !== undefined)
            setSetting(db, 'rangeWidthSd', value).then(
              () => setFailed(false),
              () => setFailed(true),
            );
        }}
        hint={t('rangeOutside', number(OUTSIDE_OF_20[width]))}
      />
    </section>
  );
}
