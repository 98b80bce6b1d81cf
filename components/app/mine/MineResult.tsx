import { type KnownModel, modelWords } from '../../../lib/devices/known-models';
import { findWays } from '../../../lib/devices/known-models/ways';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { t } from '../../../lib/i18n';
import { howWords, statusWords } from '../devices/driver-words';
import { StatusIcon } from './StatusIcon';
import { WayButtons } from './WayButtons';

interface MineResultProps {
  readonly model: KnownModel;
  readonly devices: DeviceRegistry;
  readonly able: boolean;
}

const TIMED: ReadonlySet<KnownModel['status']> = new Set(['no-stop', 'timer-only', 'cloud-only']);

/** One model: its status, and the action that fits. */
export function MineResult({ model, devices, able }: MineResultProps) {
  const { brand, model: name, status } = model;
  const ways = findWays(model, devices.kinds);
  // For "BedJet 3", the name already contains the brand.
  const full = name.startsWith(brand) ? name : t('mineName', brand, name);
  return (
    <li class="mine-result" data-model={full} data-status={status}>
      <div class="between wrap">
        <h3>{full}</h3>
        <span class="chip">
          <StatusIcon status={status} />
          {statusWords(status)}
        </span>
      </div>
      <p>{t(modelWords(status))}</p>
      {ways.map(({ kind, pairAs }) => {
        // When a maker has several kinds, each is named.
        const what = ways.length > 1 ? kind.name : full;
        return (
          <div key={kind.id} class="stack tight">
            {ways.length > 1 && <strong>{kind.name}</strong>}
            <small>{howWords(kind.verified)}</small>
            <WayButtons way={{ kind, pairAs }} what={what} devices={devices} able={able} />
          </div>
        );
      })}
      {status === 'importable' && ways.length === 0 && (
        <>
          <small>{t('mineProfileAt', profileFile(brand))}</small>
          <div>
            <a class="button quiet" href="#devices/profiles">
              {t('mineImport')}
            </a>
          </div>
        </>
      )}
      {TIMED.has(status) && (
        <div>
          <a class="button quiet" href="#devices/timer">
            {t('mineTimer')}
          </a>
        </div>
      )}
    </li>
  );
}

/** Where the profile is in the product's repository. */
function profileFile(brand: string): string {
  return `docs/profiles/${brand.toLowerCase()}.json`;
}
