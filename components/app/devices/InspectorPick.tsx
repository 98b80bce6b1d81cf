import { useId, useState } from 'preact/hooks';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import { parseUuids, shortUuid } from '../../../lib/devices/inspector/uuid-input';
import { plural, t } from '../../../lib/i18n';

interface InspectorPickProps {
  readonly inspector: Inspector;
  readonly able: boolean;
}

/** Which services to request, and the button that opens the browser's list of all devices nearby. */
export function InspectorPick({ inspector, able }: InspectorPickProps) {
  const [text, setText] = useState('');
  const hint = useId();
  const { uuids, wrong } = parseUuids(text);
  const choosing = inspector.choosing.value;
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void inspector.pick(uuids);
      }}
    >
      <div class="field">
        <label class="stack tight">
          <span>{t('inspectorUuids')}</span>
          <input
            type="text"
            class="mono"
            spellcheck={false}
            autocomplete="off"
            value={text}
            placeholder="FFE0 FFF0"
            aria-describedby={hint}
            aria-invalid={wrong.length > 0}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={!able || choosing || wrong.length > 0}>
          {t('inspectorPick')}
        </button>
      </div>
      <small id={hint}>{wrong.length > 0 ? <strong>{t('inspectorUuidsWrong', wrong.join(' '))}</strong> : t('inspectorUuidsHint')}</small>
      <details>
        <summary>{plural('inspectorVendors', inspector.vendors.length)}</summary>
        <ul class="vendors">
          {inspector.vendors.map(({ uuid, devices }) => (
            <li key={uuid}>
              <span class="mono">{shortUuid(uuid)}</span> <span class="muted">{devices}</span>
            </li>
          ))}
        </ul>
      </details>
      {choosing && (
        <p class="muted" role="status">
          {t('devicesLookingIn')}
        </p>
      )}
    </form>
  );
}
