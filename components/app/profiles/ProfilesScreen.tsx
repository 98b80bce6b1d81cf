import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { Undo } from '../../../lib/core/undo';
import type { DriverKinds } from '../../../lib/devices/drivers/kinds';
import type { DryRunSession } from '../../../lib/devices/inspector/dry-session';
import type { HandWrites } from '../../../lib/devices/inspector/hand-writes';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import type { Profile } from '../../../lib/devices/profile';
import { builtInProfiles } from '../../../lib/devices/profiles';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase } from '../../../lib/storage';
import { InspectorCard } from '../devices/InspectorCard';
import { UndoBar } from '../UndoBar';
import { DryRun } from './DryRun';
import { ImportCard } from './ImportCard';
import { ImportedList } from './ImportedList';
import { ProposalsCard } from './ProposalsCard';
import './profiles.css';
import { UnreadableProfiles } from './UnreadableProfiles';

interface ProfilesScreenProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly kinds: DriverKinds;
  readonly inspector: Inspector;
  readonly hand: HandWrites;
  readonly dry: DryRunSession;
  readonly able: boolean;
}

const undo = new Undo(clock);

/** Devices described by a profile file: importing, a dry run before anything is sent, removing. */
export function ProfilesScreen({ db, devices, kinds, inspector, hand, dry, able }: ProfilesScreenProps) {
  const imported = kinds.imported.value;
  const all: readonly Profile[] = [...imported.map(({ profile }) => profile), ...builtInProfiles];
  const [chosen, setChosen] = useState<string | null>(null);
  const profile = all.find(({ id }) => id === chosen) ?? all[0];
  return (
    <>
      <ImportCard db={db} imported={imported} />
      <ProposalsCard />
      {imported.length > 0 && <ImportedList db={db} devices={devices} imported={imported} undo={undo} able={able} look={setChosen} />}
      <UnreadableProfiles db={db} profiles={kinds.unreadable.value} undo={undo} />
      {profile !== undefined && (
        <section class="card stack profiles" aria-labelledby="dry-title">
          <div class="stack tight">
            <h2 id="dry-title">{t('dryTitle')}</h2>
            <p class="muted">{t('dryText')}</p>
          </div>
          <label class="profile-choice">
            <span class="question">{t('dryWhich')}</span>
            <select value={profile.id} onChange={(event) => setChosen(event.currentTarget.value)}>
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <DryRun key={profile.id} profile={profile} inspector={inspector} dry={dry} able={able} />
        </section>
      )}
      <InspectorCard inspector={inspector} hand={hand} able={able} />
      <UndoBar undo={undo} words={(what) => what} />
    </>
  );
}
