import { Bluetooth } from 'lucide-preact';
import { t } from '../../../lib/i18n';

export function NoDevices() {
  return (
    <section class="card no-devices">
      <Bluetooth aria-hidden="true" />
      <div class="stack tight">
        <h2>{t('devicesNone')}</h2>
        <p class="muted">{t('devicesNoneText')}</p>
      </div>
    </section>
  );
}
