import { t } from '../lib/i18n';

interface FormEndProps {
  /** What is wrong with the input, as text. */
  readonly fault?: string | null;
  /** True disables the submit button; left out: errors are shown on submit. */
  readonly blocked?: boolean;
  /** Label of the submit button; left out: "Save". */
  readonly does?: string;
  readonly cancel: () => void;
}

/** The end of a form: the error, the submit button and Cancel. */
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
