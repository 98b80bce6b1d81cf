import { type Contraindication, PLACED_TICKS } from '../../lib/catalogue';
import { t } from '../../lib/i18n';
import { REGION_WORDS } from '../../lib/i18n/words/region-words';
import { screeningTexts } from '../../lib/i18n/words/screening-words';
import type { ScreeningDetails } from '../../lib/storage';
import { REGIONS } from '../../lib/training';

interface TickMoreProps {
  readonly tick: Contraindication;
  readonly details: Required<ScreeningDetails>;
  readonly change: (changed: ScreeningDetails) => void;
}

/** What a ticked answer turns off, and what else is asked about it: where it is, the hours of a fast, and whether a doctor agreed. */
export function TickMore({ tick, details, change }: TickMoreProps) {
  const { off, ask } = screeningTexts(tick);
  const { doctorAgreed } = details;
  const agreed = doctorAgreed.includes(tick);
  return (
    <div class="tick-details stack tight" data-details={tick}>
      {off.map((text) => (
        <small key={text}>{text}</small>
      ))}
      {PLACED_TICKS.some((one) => one === tick) && (
        <Places tick={tick as (typeof PLACED_TICKS)[number]} details={details} change={change} />
      )}
      {tick === 'fasting' && <Hours details={details} change={change} />}
      {ask !== null && (
        <>
          <small>{ask}</small>
          <label class="tick">
            <input
              type="checkbox"
              data-agreed={tick}
              checked={agreed}
              onChange={() => change({ doctorAgreed: agreed ? doctorAgreed.filter((one) => one !== tick) : [...doctorAgreed, tick] })}
            />
            {t('screeningAgreed')}
          </label>
        </>
      )}
    </div>
  );
}

function Places({ tick, details, change }: TickMoreProps & { readonly tick: (typeof PLACED_TICKS)[number] }) {
  const chosen = details.tickPlaces[tick] ?? [];
  return (
    <fieldset class="places">
      <legend>{t('screeningWhere')}</legend>
      <div class="regions">
        {REGIONS.map((region) => {
          const isChosen = chosen.includes(region);
          const regions = isChosen ? chosen.filter((one) => one !== region) : [...chosen, region];
          return (
            <button
              key={region}
              type="button"
              class="chip"
              data-place={region}
              aria-pressed={isChosen}
              onClick={() => change({ tickPlaces: { ...details.tickPlaces, [tick]: regions } })}
            >
              {t(REGION_WORDS[region])}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

/** The hours of the fast. One time without the other is not stored. */
function Hours({ details, change }: Pick<TickMoreProps, 'details' | 'change'>) {
  const { from = '', to = '' } = details.fasting ?? {};
  const put = (hours: { readonly from: string; readonly to: string }) => change({ fasting: hours });
  return (
    <>
      <div class="row wrap">
        <label>
          {t('screeningFastFrom')}{' '}
          <input
            type="time"
            data-fast="from"
            required
            value={from}
            onChange={(event) => put({ from: event.currentTarget.value.slice(0, 5), to })}
          />
        </label>
        <label>
          {t('screeningFastTo')}{' '}
          <input
            type="time"
            data-fast="to"
            required
            value={to}
            onChange={(event) => put({ from, to: event.currentTarget.value.slice(0, 5) })}
          />
        </label>
      </div>
      <small>{t('screeningFastHint')}</small>
    </>
  );
}
