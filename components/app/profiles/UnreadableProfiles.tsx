import { useState } from 'preact/hooks';
import type { Undo } from '../../../lib/core/undo';
import type { UnreadableProfile } from '../../../lib/devices/drivers/kinds';
import { saveText } from '../../../lib/devices/inspector/save-text';
import { t } from '../../../lib/i18n';
import { deleteProfile, putProfile, type ReboundDatabase } from '../../../lib/storage';
import { ProfileFaults } from './ProfileFaults';

const WHY = { 'no-profile': 'profileUnreadable', 'built-in': 'profileNowBuiltIn', faults: 'profileNowRefused' } as const;

interface UnreadableProfilesProps {
  readonly db: ReboundDatabase;
  readonly profiles: readonly UnreadableProfile[];
  readonly undo: Undo;
}

/** Imported profiles that can no longer be used, and why. Shows nothing when there are none. */
export function UnreadableProfiles({ db, profiles, undo }: UnreadableProfilesProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  if (profiles.length === 0) return null;
  const remove = async (id: string) => {
    const taken = await deleteProfile(db, id);
    if (taken !== null) undo.offer({ what: t('profileRemoved', id), putBack: () => putProfile(db, taken) });
  };
  return (
    <section class="card stack profiles" aria-labelledby="unreadable-title">
      <h2 id="unreadable-title">{t('profilesUnreadableTitle')}</h2>
      <ul class="profile-rows">
        {profiles.map(({ id, why, faults, text }) => (
          <li key={id} class="profile-row" data-profile-unreadable={id}>
            <div>
              <h3>{id}</h3>
              <small>{t(WHY[why])}</small>
              {faults.length > 0 && <ProfileFaults faults={faults} />}
            </div>
            <div class="row">
              <button type="button" class="quiet" aria-label={t('profileExportName', id)} onClick={() => saveText(`${id}.json`, text)}>
                {t('profileExport')}
              </button>
              <button type="button" class="quiet" aria-label={t('profileRemoveName', id)} onClick={() => void remove(id).catch(setFailure)}>
                {t('profileRemove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
