import { t } from '../../lib/i18n';

/** A person says that the device is off. `name`: of the device. */
export function OffButton({ name, saysOff }: { readonly name: string; readonly saysOff: () => void }) {
  return (
    <button type="button" class="quiet" aria-label={t('buttonOf', t('leftRunningOff'), name)} onClick={saysOff}>
      {t('leftRunningOff')}
    </button>
  );
}
