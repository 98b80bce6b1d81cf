import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { Notice } from '../Notice';
import { SaveCopy } from './SaveCopy';

/** Longer than a database of many years takes to open. */
const PATIENCE_MS = 5000;

/** Says that the database has not answered yet, once that takes long: another tab may hold it. Offers what `LoadFailed` does. Nothing before that. */
export function NoAnswer() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <Notice kind="warn" what={t('loadNoAnswer')} todo={t('loadFailedTodo')} live>
      <SaveCopy />
    </Notice>
  );
}
