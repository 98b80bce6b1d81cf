import { t } from '../../lib/i18n';
import { Notice } from '../Notice';

/** Shown in a second app tab: the first one owns Bluetooth. */
export function OwnedElsewhere() {
  return <Notice what={t('ownedTitle')} todo={t('ownedText')} live />;
}
