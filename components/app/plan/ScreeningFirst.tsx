import { type MessageKey, t } from '../../../lib/i18n';
import type { ReboundDatabase, Settings } from '../../../lib/storage';
import { ScreeningForm } from '../../screening/ScreeningForm';

interface ScreeningFirstProps {
  readonly db: ReboundDatabase;
  readonly settings: Settings;
  readonly due: string;
}

/** The health questions, shown before the first plan and again when they are due. */
export function ScreeningFirst({ db, settings, due }: ScreeningFirstProps) {
  return (
    <section class="card stack" data-screening-first={due}>
      <div class="stack tight">
        <h2>{t('screeningTitle')}</h2>
        <p class="muted">{t(chooseTodo(due))}</p>
      </div>
      <ScreeningForm db={db} settings={settings} />
    </section>
  );
}

function chooseTodo(due: string): MessageKey {
  if (due === 'unread') return 'planScreeningUnread';
  return due === 'never-asked' ? 'planScreeningTodo' : 'planScreeningAgain';
}
