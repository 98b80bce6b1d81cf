import { useState } from 'preact/hooks';
import type { Contraindication } from '../../lib/catalogue';
import { clock } from '../../lib/core/clock';
import { type MessageKey, t } from '../../lib/i18n';
import { answerScreening, getSettings, type ReboundDatabase } from '../../lib/storage';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import './screening.css';
import { CONTRAINDICATION_WORDS } from '../../lib/i18n/words/screening-words';

const GROUPS: readonly { readonly title: MessageKey; readonly ticks: readonly Contraindication[] }[] = [
  { title: 'screeningNow', ticks: ['fever', 'acute-injury', 'recent-surgery', 'open-wound', 'skin-infection', 'pregnancy'] },
  {
    title: 'screeningHeart',
    ticks: ['heart-disease', 'hypertension-uncontrolled', 'arrhythmia', 'syncope', 'heart-rate-medicine', 'implanted-device'],
  },
  {
    title: 'screeningCirculation',
    ticks: ['dvt', 'severe-oedema', 'peripheral-artery-disease', 'raynaud', 'cold-urticaria', 'reduced-sensation', 'anticoagulant'],
  },
  {
    title: 'screeningOther',
    ticks: ['active-cancer', 'kidney-disease', 'epilepsy', 'photosensitivity', 'photosensitising-medicine', 'under-18'],
  },
];

interface ScreeningFormProps {
  readonly db: ReboundDatabase;
  readonly start: readonly Contraindication[];
  /** Called when the answers are stored. */
  readonly done?: () => void;
}

/** The health questions, asked before the first plan or device session and again later. Nothing counts until the user confirms. */
export function ScreeningForm({ db, start, done = () => {} }: ScreeningFormProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  const [ticked, setTicked] = useState<readonly Contraindication[]>(start);
  const settings = useLive(() => getSettings(db), [db]);
  if (failure !== null) throw failure;
  if (settings instanceof Error) throw settings;
  const flip = (one: Contraindication) => setTicked(ticked.includes(one) ? ticked.filter((other) => other !== one) : [...ticked, one]);
  return (
    <form
      class="screening stack"
      onSubmit={(event) => {
        event.preventDefault();
        answerScreening(db, [...ticked], clock.now()).then(done, setFailure);
      }}
    >
      {settings?.screening.unread && <Notice kind="warn" what={unreadWords(settings.askAgain.contraindications)} />}
      <p>{t('screeningIntro')}</p>
      <div class="screening-groups">
        {GROUPS.map(({ title, ticks }) => (
          <fieldset key={title}>
            <legend>{t(title)}</legend>
            {ticks.map((one) => (
              <label key={one} class="tick">
                <input type="checkbox" data-tick={one} checked={ticked.includes(one)} onChange={() => flip(one)} />
                {t(CONTRAINDICATION_WORDS[one])}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <Notice what={t('screeningNotClearance')} todo={t('notMedical')} />
      <div class="row">
        <button type="submit">{t(ticked.length === 0 ? 'screeningNone' : 'screeningSave')}</button>
      </div>
    </form>
  );
}

function unreadWords(unread: readonly string[]): string {
  return unread.length === 0 ? t('screeningUnreadAll') : t('screeningUnread', unread.join(', '));
}
