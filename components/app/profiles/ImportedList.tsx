import { useState } from 'preact/hooks';
import type { Undo } from '../../../lib/core/undo';
import type { ImportedProfile } from '../../../lib/devices/drivers/kinds';
import { saveText } from '../../../lib/devices/inspector/save-text';
import { isUsable } from '../../../lib/devices/known-models/ways';
import { choosePairable } from '../../../lib/devices/links/pairable';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { profileText } from '../../../lib/devices/profile';
import { t } from '../../../lib/i18n';
import { deleteProfile, putProfile, type ReboundDatabase } from '../../../lib/storage';
import { verifiedWords } from '../devices/driver-words';

interface ImportedListProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly imported: readonly ImportedProfile[];
  readonly undo: Undo;
  readonly able: boolean;
  /** Opens a profile in the dry run. */
  readonly look: (id: string) => void;
}

/** The profiles that the user imported. */
export function ImportedList({ db, devices, imported, undo, able, look }: ImportedListProps) {
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  const remove = async (id: string, name: string) => {
    const taken = await deleteProfile(db, id);
    if (taken !== null) undo.offer({ what: t('profileRemoved', name), putBack: () => putProfile(db, taken) });
  };
  return (
    <section class="card stack profiles" aria-labelledby="imported-title">
      <h2 id="imported-title">{t('importedTitle')}</h2>
      <ul class="profile-rows">
        {imported.map(({ profile, kind }) => (
          <li key={profile.id} class="profile-row" data-profile={profile.id}>
            <div>
              <h3>{profile.name}</h3>
              <small>{isUsable(kind) ? verifiedWords(profile.verified) : t('profileNoStop')}</small>
            </div>
            <div class="row">
              {isUsable(kind) && (
                <button
                  type="button"
                  disabled={!able || devices.choosing.value !== null}
                  aria-label={t('minePairName', profile.name)}
                  onClick={() => void devices.pair(choosePairable(kind), kind).catch(setFailure)}
                >
                  {t('minePair')}
                </button>
              )}
              <button type="button" class="quiet" aria-label={t('profileLookName', profile.name)} onClick={() => look(profile.id)}>
                {t('profileLook')}
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={t('profileExportName', profile.name)}
                onClick={() => saveText(`${profile.id}.json`, profileText(profile))}
              >
                {t('profileExport')}
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={t('profileRemoveName', profile.name)}
                onClick={() => void remove(profile.id, profile.name).catch(setFailure)}
              >
                {t('profileRemove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
