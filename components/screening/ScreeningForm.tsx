import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Contraindication } from '../../lib/catalogue';
import { clock } from '../../lib/core/clock';
import { type MessageKey, t } from '../../lib/i18n';
import { CONTRAINDICATION_WORDS } from '../../lib/i18n/words/screening-words';
import { answerScreening, type ReboundDatabase, type ScreeningDetails, type Settings } from '../../lib/storage';
import { Notice } from '../Notice';
import { TickMore } from './TickMore';
import './screening.css';

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
    ticks: [
      'active-cancer',
      'kidney-disease',
      'diabetes',
      'epilepsy',
      'eating-disorder',
      'photosensitivity',
      'photosensitising-medicine',
      'under-18',
      'fasting',
    ],
  },
];

interface ScreeningFormProps {
  readonly db: ReboundDatabase;
  /** With the answers so far. */
  readonly settings: Settings;
  /** Called when the answers are stored. */
  readonly done?: () => void;
}

/** The health questions, asked before the first plan or device session and again later. Nothing counts until the user confirms. */
export function ScreeningForm({ db, settings, done = () => {} }: ScreeningFormProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  const [ticked, setTicked] = useState<readonly Contraindication[]>(settings.contraindications);
  const { doctorAgreed, tickPlaces, fasting } = settings;
  const [details, setDetails] = useState<Required<ScreeningDetails>>({ doctorAgreed, tickPlaces, fasting });
  if (failure !== null) throw failure;
  const flip = (one: Contraindication) => setTicked(ticked.includes(one) ? ticked.filter((other) => other !== one) : [...ticked, one]);
  return (
    <form
      class="screening stack"
      onSubmit={(event) => {
        event.preventDefault();
        answerScreening(db, [...ticked], clock.now(), details).then(done, setFailure);
      }}
    >
      {settings.screening.unread && <Notice kind="warn" what={unreadWords(settings.askAgain.contraindications)} />}
      <p>{t('screeningIntro')}</p>
      <div class="screening-groups">
        {GROUPS.map(({ title, ticks }) => (
          <fieldset key={title}>
            <legend>{t(title)}</legend>
            {ticks.map((one) => (
              <Fragment key={one}>
                <label class="tick">
                  <input type="checkbox" data-tick={one} checked={ticked.includes(one)} onChange={() => flip(one)} />
                  {t(CONTRAINDICATION_WORDS[one])}
                </label>
                {ticked.includes(one) && (
                  <TickMore tick={one} details={details} change={(changed) => setDetails((before) => ({ ...before, ...changed }))} />
                )}
              </Fragment>
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
