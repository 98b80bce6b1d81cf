import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';

interface SkipFormProps {
  readonly skip: (reason: string) => void;
  readonly cancel: () => void;
}

const REASONS = ['planReasonTime', 'planReasonTired', 'planReasonBody', 'planReasonPlace'] as const;
const MOST_LETTERS = 200;

/** Asks why an item is skipped: by one press, in the user's own words, or not at all. */
export function SkipForm({ skip, cancel }: SkipFormProps) {
  const [reason, setReason] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  // The button that opened this form is gone.
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      class="plan-skip stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        skip(reason);
      }}
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
    >
      <div class="row">
        {REASONS.map((key, index) => (
          <button key={key} type="button" class="quiet small" ref={index === 0 ? first : null} onClick={() => skip(t(key))}>
            {t(key)}
          </button>
        ))}
      </div>
      <label class="stack tight">
        <span>{t('planSkipReason')}</span>
        <input type="text" maxLength={MOST_LETTERS} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <small>{t('planSkipReasonHint')}</small>
      <div class="row">
        <button type="submit" class="small" data-skip-now>
          {t('planSkip')}
        </button>
        <button type="button" class="quiet small" onClick={cancel}>
          {t('planKeepIt')}
        </button>
      </div>
    </form>
  );
}
