import { useState } from 'preact/hooks';
import { hidesBodyMass } from '../../../lib/catalogue';
import { clock } from '../../../lib/core/clock';
import { type MessageKey, t } from '../../../lib/i18n';
import { massMeasure } from '../../../lib/i18n/units';
import { forgetUnread, PROFILE_LIMITS, type ReboundDatabase, type Settings, setSetting } from '../../../lib/storage';
import { isConsistent, type Profile } from '../../../lib/training';
import { Notice } from '../../Notice';
import { Choices } from '../Choices';
import { UnitsChoice } from '../UnitsChoice';
import { MeasureField } from './MeasureField';
import { NumberField } from './NumberField';
import './settings.css';

const SEXES = ['female', 'male', 'unstated'] as const;
const FIELD_WORDS = {
  birthYear: 'profileBirthYear',
  sex: 'profileSex',
  massKg: 'profileMass',
  hrMaxBpm: 'profileHrMax',
  hrRestBpm: 'profileHrRest',
  lthrBpm: 'profileLthr',
} as const satisfies Record<keyof Profile, MessageKey>;
const SEX_WORDS = { female: 'sexFemale', male: 'sexMale', unstated: 'sexUnstated' } as const;

/** The user's profile, for computing load. Every field is optional. */
export function ProfileCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const [failure, setFailure] = useState<Error | null>(null);
  const { profile } = settings;
  const unread = settings.askAgain.profile;
  const save = (work: Promise<void>) => void work.then(() => setFailure(null), setFailure);
  const change = (changed: Partial<Profile>) => save(setSetting(db, 'profile', { ...profile, ...changed }));
  const year = new Date(clock.now()).getFullYear();
  const contradicts = !isConsistent(profile, year);
  return (
    <section class="card stack" data-profile>
      <div class="stack tight">
        <h2>{t('profileTitle')}</h2>
        <p class="muted">{t('profileWhy')}</p>
      </div>
      {failure !== null && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {unread.length > 0 && (
        <Notice
          kind="warn"
          what={t('profileUnread', unread.map((field) => t(FIELD_WORDS[field])).join(', '))}
          todo={t('profileUnreadTodo')}
        >
          <button type="button" onClick={() => save(forgetUnread(db, unread))}>
            {t('profileUnreadLeave')}
          </button>
        </Notice>
      )}
      <div class="number-fields">
        <NumberField
          label={t('profileBirthYear')}
          hint={t('profileBirthYearHint')}
          value={profile.birthYear}
          limits={[PROFILE_LIMITS.birthYear[0], year]}
          change={(birthYear) => change({ birthYear })}
        />
        {!hidesBodyMass(settings.contraindications) && (
          <MeasureField
            label={t('profileMass')}
            measure={massMeasure()}
            hint={t('profileMassHint')}
            value={profile.massKg}
            limits={PROFILE_LIMITS.massKg}
            integer={false}
            change={(massKg) => change({ massKg })}
          />
        )}
        <NumberField
          label={t('profileHrMax')}
          unit={t('bpm')}
          hint={t('profileHrMaxHint')}
          value={profile.hrMaxBpm}
          limits={PROFILE_LIMITS.hrMaxBpm}
          change={(hrMaxBpm) => change({ hrMaxBpm })}
        />
        <NumberField
          label={t('profileHrRest')}
          unit={t('bpm')}
          hint={t('profileHrRestHint')}
          value={profile.hrRestBpm}
          limits={PROFILE_LIMITS.hrRestBpm}
          change={(hrRestBpm) => change({ hrRestBpm })}
        />
        <NumberField
          label={t('profileLthr')}
          unit={t('bpm')}
          hint={t('profileLthrHint')}
          value={profile.lthrBpm}
          limits={PROFILE_LIMITS.lthrBpm}
          change={(lthrBpm) => change({ lthrBpm })}
        />
      </div>
      {contradicts && <Notice kind="warn" what={t('profileContradicts')} todo={t('profileContradictsTodo')} live />}
      <Choices
        legend={t('profileSex')}
        name="sex"
        options={SEXES.map((value) => ({ value, label: t(SEX_WORDS[value]) }))}
        value={profile.sex}
        choose={(sex) => change({ sex })}
        hint={t('profileSexHint')}
      />
      <UnitsChoice db={db} units={settings.units} />
      <label class="tick">
        <input
          type="checkbox"
          checked={settings.asksCycle}
          onChange={(event) => save(setSetting(db, 'asksCycle', event.currentTarget.checked))}
        />
        <span>
          {t('asksCycle')}
          <br />
          <small>{t('asksCycleHint')}</small>
        </span>
      </label>
    </section>
  );
}
