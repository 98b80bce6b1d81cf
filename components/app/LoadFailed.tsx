import { t } from '../../lib/i18n';
import { Notice } from '../Notice';

/** Says that the database cannot be read, and that nothing was changed. */
export function LoadFailed({ error }: { error: Error }) {
  return (
    <Notice kind="warn" what={t('loadFailed')} todo={t('loadFailedTodo')}>
      <small>{error.message}</small>
    </Notice>
  );
}
