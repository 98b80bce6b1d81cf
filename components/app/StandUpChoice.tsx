import { t } from '../../lib/i18n';
import { rulesOutStanding, type Settings, STANDING_CONTRAINDICATIONS, type StoredSettings } from '../../lib/storage';

interface StandUpChoiceProps {
  readonly settings: Settings;
  readonly change: <Key extends keyof StoredSettings>(key: Key, value: StoredSettings[Key]) => void;
}

const WORDS = { syncope: 'screenSyncope', pregnancy: 'screenPregnancy' } as const;

/** The optional standing part. Its contraindications are asked right here, and ticking one removes the option. */
export function StandUpChoice({ settings, change }: StandUpChoiceProps) {
  const { standUp, contraindications } = settings;
  const ruledOut = rulesOutStanding(contraindications);
  const tick = (one: (typeof STANDING_CONTRAINDICATIONS)[number], on: boolean) =>
    change('contraindications', on ? [...contraindications, one] : contraindications.filter((other) => other !== one));
  return (
    <fieldset class="stack tight">
      <legend>{t('standUp')}</legend>
      {ruledOut ? (
        <p class="muted">{t('standUpRuledOut')}</p>
      ) : (
        <label class="tick">
          <input type="checkbox" checked={standUp} onChange={(event) => change('standUp', event.currentTarget.checked)} />
          <span>
            {t('standUpChoice')} <small>{t('standUpHint')}</small>
          </span>
        </label>
      )}
      {(standUp || ruledOut) &&
        STANDING_CONTRAINDICATIONS.map((one) => (
          <label key={one} class="tick">
            <input type="checkbox" checked={contraindications.includes(one)} onChange={(event) => tick(one, event.currentTarget.checked)} />
            <span>{t(WORDS[one])}</span>
          </label>
        ))}
    </fieldset>
  );
}
