import type { AnyKind } from '../../../lib/devices/sensor';
import { t } from '../../../lib/i18n';
import { verifiedWords } from './driver-words';

/** What controls a device, how certain that is, and its source. */
export function DriverFacts({ driverKind }: { readonly driverKind: AnyKind }) {
  return (
    <dl class="facts">
      <dt>{t('gadgetDriven')}</dt>
      <dd>{driverKind.name}</dd>
      <dt>{t('deviceTried')}</dt>
      <dd data-verified={driverKind.verified}>
        {verifiedWords(driverKind.verified)} {driverKind.experimental && t('gadgetExperimental')}
      </dd>
      <dt>{t('gadgetSource')}</dt>
      <dd>{driverKind.source}</dd>
    </dl>
  );
}
