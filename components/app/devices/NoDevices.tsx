import { Bluetooth } from 'lucide-preact';
import { t } from '../../../lib/i18n';
import { seekMine } from '../mine/MineCard';

/** Before the first device: which kinds there are, and the way to each. */
export function NoDevices() {
  return (
    <section class="card no-devices">
      <Bluetooth aria-hidden="true" />
      <div class="stack tight">
        <h2>{t('devicesNone')}</h2>
        <p class="muted">{t('devicesNoneText')}</p>
        <div>
          <button type="button" onClick={seekMine}>
            {t('devicesNoneFind')}
          </button>
        </div>
      </div>
    </section>
  );
}
