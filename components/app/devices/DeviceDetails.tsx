import type { GadgetKind } from '../../../lib/devices/driver';
import type { DeviceRegistry } from '../../../lib/devices/registry';
import { seenWords } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import type { KnownDevice } from '../../../lib/storage';
import { GadgetFacts } from './GadgetFacts';
import { GadgetSecrets } from './GadgetSecrets';
import { GadgetSettings } from './GadgetSettings';
import { NicknameField } from './NicknameField';

interface DeviceDetailsProps {
  readonly row: KnownDevice;
  /** Its driver's kind; null without a driver. */
  readonly gadget: GadgetKind | null;
  /** What it still needs from the user is asked elsewhere on the card. */
  readonly lacking: boolean;
  readonly linked: boolean;
  readonly devices: DeviceRegistry;
  readonly forget: () => void;
}

/** The device's own information, the user's name for it, and the button to forget it. */
export function DeviceDetails({ row, gadget, lacking, linked, devices, forget }: DeviceDetailsProps) {
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
          {gadget === null && (
            <>
              <dt>{t('deviceTried')}</dt>
              <dd>{row.verified === true ? t('deviceVerified') : t('deviceUnverified')}</dd>
            </>
          )}
        </dl>
        {gadget !== null && <GadgetFacts gadget={gadget} />}
        {gadget !== null && gadget.secrets.length > 0 && !lacking && (
          <GadgetSecrets gadget={gadget} row={row} save={(secrets) => devices.giveSecrets(row.id, secrets)} />
        )}
        {gadget !== null && (gadget.settings ?? []).length > 0 && (
          <GadgetSettings gadget={gadget} row={row} save={(settings) => devices.giveSettings(row.id, settings)} />
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
