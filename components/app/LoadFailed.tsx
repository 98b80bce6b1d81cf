import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { SaveCopy } from './SaveCopy';

/** Says that the database cannot be read and why, and that nothing was changed. Offers another try, and a copy of what can still be read. */
export function LoadFailed({ error }: { error: Error }) {
  return (
    <Notice kind="warn" what={t('loadFailed')} todo={t('loadFailedTodo')} live>
      <small>{error.message}</small>
      <SaveCopy />
    </Notice>
  );
}
