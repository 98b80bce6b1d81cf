import type { Profile } from '../../../lib/devices/profile';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { verifiedWords } from '../devices/driver-words';

/** A profile's own description, before it is stored. */
export function ProfileFacts({ profile }: { readonly profile: Profile }) {
  return (
    <>
      <dl class="facts">
        <dt>{t('profileName')}</dt>
        <dd>{profile.name}</dd>
        <dt>{t('profileMakers')}</dt>
        <dd>{profile.makers.join(t('listComma'))}</dd>
        <dt>{t('deviceTried')}</dt>
        <dd>{verifiedWords(profile.verified)}</dd>
        <dt>{t('gadgetSource')}</dt>
        <dd>{profile.source}</dd>
        {(profile.notes ?? []).length > 0 && (
          <>
            <dt>{t('profileNotes')}</dt>
            <dd>
              {(profile.notes ?? []).map((note) => (
                <p key={note}>{note}</p>
              ))}
            </dd>
          </>
        )}
      </dl>
      {profile.stop === undefined && <Notice kind="warn" what={t('profileNoStop')} todo={t('profileNoStopTodo')} />}
      {profile.stop !== undefined && profile.endsByItself === 'no' && <Notice what={t('runsOnWarning')} todo={t('runsOnTodo')} />}
    </>
  );
}
