import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';

interface NicknameFieldProps {
  /** The device's own name. */
  readonly own: string;
  readonly nickname: string;
  readonly save: (nickname: string) => void;
}

const LONGEST = 40;

/** The user's name for a device; empty for the device's own. */
export function NicknameField({ own, nickname, save }: NicknameFieldProps) {
  const [text, setText] = useState(nickname);
  const changed = text.trim() !== nickname;
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        save(text);
      }}
    >
      <label class="stack tight">
        <span>{t('deviceRename')}</span>
        <input
          type="text"
          maxLength={LONGEST}
          value={text}
          placeholder={own}
          aria-label={t('deviceRenameName', own)}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="quiet" disabled={!changed}>
        {t('deviceRenameSave')}
      </button>
    </form>
  );
}
