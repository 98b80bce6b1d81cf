import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import type { AnyKind } from '../../../lib/devices/sensor';
import { seenWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import type { KnownDevice } from '../../../lib/storage';
import { DriverFacts } from './DriverFacts';
import { DriverSecrets } from './DriverSecrets';
import { DriverSettings } from './DriverSettings';
import { NicknameField } from './NicknameField';

interface DeviceDetailsProps {
  readonly row: KnownDevice;
  /** The kind that it was paired as; null for a device with a standard service. */
  readonly driverKind: AnyKind | null;
  /** Another part of the card asks for what the driver needs. */
  readonly lacking: boolean;
  readonly linked: boolean;
  readonly devices: DeviceRegistry;
  readonly forget: () => void;
}

/** What a device reports about itself, the user's name for it, and a button to forget it. */
export function DeviceDetails({ row, driverKind, lacking, linked, devices, forget }: DeviceDetailsProps) {
  const own = row.name ?? row.id;
  const maker = [row.manufacturer, row.model].filter((text) => text !== null).join(' ');
  return (
    <details>
      <summary>{t('deviceDetails')}</summary>
      <div class="stack">
        <NicknameField own={own} nickname={row.nickname ?? ''} save={(nickname) => void devices.rename(row.id, nickname)} />
        <dl class="facts">
          <dt>{t('deviceLastSeen')}</dt>
          <dd>{linked ? t('deviceSeenNow') : seenWords(row.lastSeenMs)}</dd>
          <dt>{t('deviceMaker')}</dt>
          <dd>{maker === '' ? t('deviceNotSaid') : maker}</dd>
          <dt>{t('deviceFirmware')}</dt>
          <dd>{row.firmware ?? t('deviceNotSaid')}</dd>
          {driverKind === null && (
            <>
              <dt>{t('deviceTried')}</dt>
              <dd>{row.verified === true ? t('deviceVerified') : t('deviceUnverified')}</dd>
            </>
          )}
        </dl>
        {driverKind !== null && <DriverFacts driverKind={driverKind} />}
        {driverKind !== null && driverKind.secrets.length > 0 && !lacking && (
          <DriverSecrets driverKind={driverKind} row={row} save={(secrets) => devices.giveSecrets(row.id, secrets)} />
        )}
        {driverKind !== null && (driverKind.settings ?? []).length > 0 && (
          <DriverSettings driverKind={driverKind} row={row} save={(settings) => devices.giveSettings(row.id, settings)} />
        )}
        <div>
          <button type="button" class="danger" aria-label={t('deviceForgetName', row.nickname ?? own)} onClick={forget}>
            {t('deviceForget')}
          </button>
        </div>
      </div>
    </details>
  );
}
