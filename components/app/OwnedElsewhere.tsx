import { t } from '../../lib/i18n';
import { Notice } from '../Notice';

/** This tab has come second: the other one owns Bluetooth. */
export function OwnedElsewhere() {
  return <Notice what={t('ownedTitle')} todo={t('ownedText')} live />;
}
