import { useState } from 'preact/hooks';
import { fitsSetting } from '../../../lib/devices/driver';
import type { DryRunning, DryRunSession } from '../../../lib/devices/inspector/dry-session';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import { anyKindOfProfile, type DryCommand, dryRun, type Profile } from '../../../lib/devices/profile';
import { listServices } from '../../../lib/devices/profile/uuids';
import { isSensorKind } from '../../../lib/devices/sensor';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { refusalWords, settingName } from '../devices/driver-words';
import { useEscape } from '../devices/use-escape';
import { CommandForm } from './CommandForm';
import { DrySteps } from './DrySteps';
import { commandWords } from './words';

interface DryRunProps {
  readonly profile: Profile;
  readonly inspector: Inspector;
  readonly dry: DryRunSession;
  readonly able: boolean;
}

/** A list of commands and their bytes. Each is sent only by a click. */
export function DryRun({ profile, inspector, dry, able }: DryRunProps) {
  const [commands, setCommands] = useState<readonly DryCommand[]>([{ kind: 'set-up' }]);
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>({});
  const [sending, setSending] = useState(false);
  const kind = anyKindOfProfile(profile);
  const capabilities = isSensorKind(kind) ? null : kind.capabilities;
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
  const right = (kind.settings ?? []).every((setting) => fitsSetting(setting, given[setting.id] ?? setting.initial));
  const results = dryRun(profile, commands, right ? given : {});
  const linked = inspector.state.value === 'ready';
  const stops = profile.stop !== undefined;
  // A sensor has nothing to stop.
  const sendable = stops || capabilities === null;
  return (
    <div class="stack" data-dry={profile.id}>
      {(kind.settings ?? []).map(({ id, initial }) => (
        <label key={id} class="profile-choice">
          <span class="question">{settingName(id)}</span>
          <input
            type="text"
            inputMode="numeric"
            autocomplete="off"
            placeholder={initial}
            aria-invalid={!right}
            value={settings[id] ?? ''}
            onInput={(event) => setSettings({ ...settings, [id]: event.currentTarget.value.trim() })}
          />
        </label>
      ))}
      {capabilities !== null && (
        <CommandForm capabilities={capabilities} profile={profile} add={(command) => setCommands([...commands, command])} />
      )}
      <ol class="dry-commands">
        {commands.map((command, index) => {
          const result = results[index];
          return (
            <li key={index} data-command={command.kind}>
              <h3>{commandWords(command, capabilities)}</h3>
              {result?.ok && (
                <DrySteps
                  run={{ profile, settings: right ? given : {} }}
                  steps={result.steps}
                  inspector={inspector}
                  dry={dry}
                  sending={sending && linked && sendable}
                />
              )}
              {result?.ok === false && <p class="muted">{refusalWords(result.refusal).what}</p>}
            </li>
          );
        })}
      </ol>
      <div class="row">
        <button type="button" class="quiet" disabled={commands.length <= 1} onClick={() => setCommands([{ kind: 'set-up' }])}>
          {t('dryAgain')}
        </button>
      </div>
      {sendable ? (
        <details data-dry-sending={sending}>
          <summary>{t('drySendTitle')}</summary>
          <div class="stack">
            <Notice kind="warn" what={t('drySendWarning')} todo={t('drySendWarningTodo')}>
              <label class="tick">
                <input type="checkbox" checked={sending} onChange={(event) => setSending(event.currentTarget.checked)} />
                {t('drySendAllow')}
              </label>
            </Notice>
            <div class="row">
              {!linked && (
                <button
                  type="button"
                  class="quiet"
                  disabled={!able || inspector.choosing.value}
                  onClick={() => void inspector.pick(listServices(profile))}
                >
                  {t('dryLink')}
                </button>
              )}
              {linked && <p>{t('dryLinked', inspector.name.value ?? '')}</p>}
              {linked && stops && <StopNow run={{ profile, settings: right ? given : {} }} dry={dry} />}
            </div>
            <DryStopUntold dry={dry} />
          </div>
        </details>
      ) : (
        <p class="muted">{t('profileNoStop')}</p>
      )}
    </div>
  );
}

/** A complete stop, whatever is in the list: of what was sent to the device, or else of the profile that is chosen. */
function StopNow({ run, dry }: { readonly run: DryRunning; readonly dry: DryRunSession }) {
  // What did not arrive is said below.
  const stop = () => void dry.stop(run).catch((error: unknown) => console.error(error));
  // Also when nothing was sent from here: the device may have been set moving by something else.
  useEscape(true, stop);
  return (
    <button type="button" class="stop large" data-stop onClick={stop}>
      {t('deviceStop')}
    </button>
  );
}

/** Until the stop arrives, or a person says that the device is off. */
function DryStopUntold({ dry }: { readonly dry: DryRunSession }) {
  if (!dry.untold.value) return null;
  return (
    <Notice kind="warn" what={t('sessionStopUntold')} todo={t('sessionStopUntoldTodo')} live>
      <button type="button" class="quiet" onClick={() => dry.saidOff()}>
        {t('leftRunningOff')}
      </button>
    </Notice>
  );
}
