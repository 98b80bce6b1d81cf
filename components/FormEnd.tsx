import { t } from '../lib/i18n';

interface FormEndProps {
  /** What is wrong with what was entered, in words. */
  readonly fault?: string | null;
  /** As things are it cannot be sent; left out: it can, and what is wrong is said then. */
  readonly blocked?: boolean;
  /** What sending it does; left out: it saves. */
  readonly does?: string;
  readonly cancel: () => void;
}

/** How a form ends: what is wrong, and the two ways out. */
export function FormEnd({ fault = null, blocked = false, does = t('activitySave'), cancel }: FormEndProps) {
  return (
    <>
      {fault !== null && <p role="alert">{fault}</p>}
      <div class="row">
        <button type="submit" disabled={blocked}>
          {does}
        </button>
        <button type="button" class="quiet" onClick={cancel}>
          {t('activityCancel')}
        </button>
      </div>
    </>
  );
}
