import { useState } from 'preact/hooks';
import { drivenAlone } from '../../../lib/devices/known-models/ways';
import { choosePairable } from '../../../lib/devices/links/pairable';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { t } from '../../../lib/i18n';
import { verifiedWords } from '../devices/driver-words';
import { WayButtons } from './WayButtons';

/** Every kind of device, for devices without a brand and for imported profiles. */
export function KindPicker({ devices, able }: { readonly devices: DeviceRegistry; readonly able: boolean }) {
  const kinds = drivenAlone(devices.kinds);
  const [id, setId] = useState('');
  const kind = kinds.find((one) => one.id === id) ?? kinds[0];
  if (kind === undefined) return null;
  return (
    <details class="kind-picker">
      <summary>{t('kindPick')}</summary>
      <div class="stack">
        <p class="muted">{t('kindPickText')}</p>
        <label class="stack tight">
          <span class="question">{t('kindWhich')}</span>
          <select value={kind.id} data-kind-choice onChange={(event) => setId(event.currentTarget.value)}>
            {kinds.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <small>{verifiedWords(kind.verified)}</small>
        <WayButtons way={{ kind, pairAs: choosePairable(kind) }} what={kind.name} devices={devices} able={able} />
      </div>
    </details>
  );
}
