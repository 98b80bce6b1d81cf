import { t } from '../../lib/i18n';
import { REGION_WORDS } from '../../lib/i18n/words/region-words';
import type { CardStore } from '../../lib/overlay/frame/card-store';
import { REGIONS } from '../../lib/training/types';
import type { ActivityAnswer, CardView } from '../../lib/views/card/schema';
import { EFFORTS, effortWords } from '../training/words';

type Said = Pick<ActivityAnswer, 'rpe' | 'kind' | 'regions'>;

interface AskedProps {
  readonly asks: NonNullable<CardView['asks']>;
  readonly store: CardStore;
  readonly say: (said: Said) => void;
}

/** The aims of strength work. Anything else, such as circuits or play, counts as endurance. */
const KINDS = [
  ['size', 'kindSize'],
  ['strength', 'kindStrength'],
  ['endurance', 'cardKindOther'],
] as const;

/**
 * Questions whose answers the load needs and the page does not give: effort, where there is no heart rate; aim and region of strength work.
 */
export function CardQuestions({ asks, store, say }: AskedProps) {
  const { effort, kind, rpe, said, regions } = asks;
  const missing = (effort && rpe === null) || (kind && said === null);
  if (!effort && !kind) return null;
  const shown = store.state.asking ?? missing;
  return (
    <div class="asked stack tight">
      <div class="between">
        <small>{answered(asks)}</small>
        {!missing && (
          <button type="button" class="quiet small" aria-expanded={shown} onClick={() => store.set({ asking: !shown })}>
            {t('cardChange')}
          </button>
        )}
      </div>
      {shown && effort && (
        <fieldset ref={store.guard.watch}>
          <legend>{t('activityRpe')}</legend>
          <div class="choices scale">
            {EFFORTS.map((words, value) => (
              <label key={words} title={t(words)}>
                <input
                  type="radio"
                  name="effort"
                  aria-label={t('activityRpeValue', value, t(words))}
                  checked={value === rpe}
                  onClick={(event) => store.guarded(event, t('activityRpeValue', value, t(words)), () => say({ rpe: value }))}
                />
                {value}
              </label>
            ))}
          </div>
          <small>{t('cardScale', t(effortWords(0)), t(effortWords(10)))}</small>
        </fieldset>
      )}
      {shown && kind && <Strength said={said} regions={regions} say={say} store={store} />}
    </div>
  );
}

function Strength({ said, regions, say, store }: Pick<AskedProps['asks'], 'said' | 'regions'> & Pick<AskedProps, 'say' | 'store'>) {
  return (
    <>
      <fieldset ref={store.guard.watch}>
        <legend>{t('activityFor')}</legend>
        <div class="choices">
          {KINDS.map(([value, words]) => (
            <label key={value}>
              <input
                type="radio"
                name="kind"
                checked={value === said}
                onClick={(event) => store.guarded(event, t(words), () => say({ kind: value }))}
              />
              {t(words)}
            </label>
          ))}
        </div>
        <small>{t('cardKindHint')}</small>
      </fieldset>
      <fieldset ref={store.guard.watch}>
        <legend>{t('activityRegions')}</legend>
        <div class="regions">
          {REGIONS.map((region) => (
            <button
              key={region}
              type="button"
              class="chip"
              aria-pressed={regions.includes(region)}
              onClick={(event) =>
                store.guarded(event, t(REGION_WORDS[region]), () =>
                  say({ regions: REGIONS.filter((one) => (one === region) !== regions.includes(one)) }),
                )
              }
            >
              {t(REGION_WORDS[region])}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function answered({ effort, rpe, kind, said }: AskedProps['asks']): string {
  const words = KINDS.find(([value]) => value === said)?.[1];
  return [
    ...(effort ? [rpe === null ? t('cardNoHeartRate') : t('cardEffort', rpe, t(effortWords(rpe)))] : []),
    ...(kind ? [words === undefined ? t('cardKindUntil') : t('cardKindSaid', t(words))] : []),
  ].join(' ');
}
