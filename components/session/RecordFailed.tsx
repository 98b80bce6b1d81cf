import { t } from '../../lib/i18n';
import { Notice } from '../Notice';

/** For a session whose record cannot be stored now. */
export function RecordFailed() {
  return <Notice kind="warn" what={t('recordFailed')} todo={t('recordFailedTodo')} live />;
}
