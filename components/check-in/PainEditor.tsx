import { X } from 'lucide-preact';
import { t } from '../../lib/i18n';
import { REGION_WORDS } from '../../lib/i18n/words/region-words';
import { type CheckIn, PAIN_SIGNS, type PainSign } from '../../lib/readiness';
import { REGIONS, type Region } from '../../lib/training';
import { Notice } from '../Notice';
import { useSettled } from './use-settled';

const SIGN_WORDS = { sudden: 'painSudden', 'one-sided': 'painOneSided', swollen: 'painSwollen' } as const;

type Pain = CheckIn['pain'][number];

interface PainEditorProps {
  readonly pain: readonly Pain[];
  readonly change: (pain: readonly Pain[]) => void;
}

/** Pain is not soreness: where, how much, and whether it came suddenly, on one side, or with swelling. */
export function PainEditor({ pain, change }: PainEditorProps) {
  const free = REGIONS.filter((region) => !pain.some((one) => one.region === region));
  const put = (changed: Pain) => change(pain.map((one) => (one.region === changed.region ? changed : one)));
  const flip = (one: Pain, sign: PainSign) =>
    put({ ...one, signs: one.signs.includes(sign) ? one.signs.filter((other) => other !== sign) : [...one.signs, sign] });
  return (
    <div class="stack tight">
      {pain.map((one) => (
        <fieldset key={one.region} class="pain" data-pain={one.region}>
          <legend class="between">
            {t(REGION_WORDS[one.region])}
            <button
              type="button"
              class="icon"
              aria-label={t('painRemove', t(REGION_WORDS[one.region]))}
              onClick={() => change(pain.filter((other) => other !== one))}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </legend>
          <PainLevel level={one.level} change={(level) => put({ ...one, level })} />
          {PAIN_SIGNS.map((sign) => (
            <label key={sign} class="tick">
              <input type="checkbox" checked={one.signs.includes(sign)} onChange={() => flip(one, sign)} />
              {t(SIGN_WORDS[sign])}
            </label>
          ))}
        </fieldset>
      ))}
      {pain.some((one) => one.signs.includes('one-sided') && one.signs.some((sign) => sign !== 'one-sided')) && (
        <Notice kind="warn" what={t('urgentPain')} todo={t('urgentPainTodo')} live />
      )}
      {free.length > 0 && (
        <label class="between">
          <span>{t('painAdd')}</span>
          <select
            value=""
            data-pain-add
            onChange={(event) => {
              const region = REGIONS.find((one) => one === event.currentTarget.value);
              if (region !== undefined) change([...pain, { region, level: 3, signs: [] }]);
            }}
          >
            <option value="">{t('painWhere')}</option>
            {free.map((region: Region) => (
              <option key={region} value={region}>
                {t(REGION_WORDS[region])}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function PainLevel({ level, change }: { readonly level: number; readonly change: (level: number) => void }) {
  const { shown, move, take } = useSettled(level, change);
  return (
    <label class="between">
      <small>{t('painLevel')}</small>
      <input type="range" min="0" max="10" step="1" value={shown ?? level} onInput={move} onChange={take} />
      <output>{t('painOf10', shown ?? level)}</output>
    </label>
  );
}
