import { useState } from 'preact/hooks';
import { parseHex } from '../../../lib/devices/inspector/hex';
import { t } from '../../../lib/i18n';

interface WriteFormProps {
  readonly name: string;
  readonly ready: boolean;
  readonly write: (bytes: Uint8Array) => void;
}

/** Bytes to write, with the button enabled once they are valid. */
export function WriteForm({ name, ready, write }: WriteFormProps) {
  const [text, setText] = useState('');
  const bytes = parseHex(text);
  const wrong = text.trim() !== '' && bytes === null;
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (bytes !== null) write(bytes);
      }}
    >
      <label class="stack tight">
        <small>{wrong ? t('inspectorBytesWrong') : t('inspectorBytes')}</small>
        <input
          type="text"
          class="mono"
          spellcheck={false}
          autocomplete="off"
          value={text}
          aria-label={t('inspectorBytesName', name)}
          aria-invalid={wrong}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="quiet" disabled={!ready || bytes === null} aria-label={t('inspectorWriteName', name)}>
        {t('inspectorWrite')}
      </button>
    </form>
  );
}
