import { useState } from 'preact/hooks';
import { type DriverSetting, fitsSetting } from '../../../lib/devices/driver';
import type { AnyKind } from '../../../lib/devices/sensor';
import { number, t } from '../../../lib/i18n';
import type { KnownDevice } from '../../../lib/storage';
import { settingName } from './driver-words';

interface DriverSettingsProps {
  readonly driverKind: AnyKind;
  readonly row: KnownDevice;
  readonly save: (settings: Readonly<Record<string, string>>) => Promise<void>;
}

/** Settings that differ between devices, such as a PIN. */
export function DriverSettings({ driverKind, row, save }: DriverSettingsProps) {
  const given = row.gadgetSettings ?? {};
  return (
    <div class="stack">
      {(driverKind.settings ?? []).map((setting) => (
        <SettingForm
          key={setting.id}
          setting={setting}
          given={given[setting.id] ?? ''}
          save={(value) => save({ ...given, [setting.id]: value })}
        />
      ))}
    </div>
  );
}

interface SettingFormProps {
  readonly setting: DriverSetting;
  readonly given: string;
  readonly save: (value: string) => Promise<void>;
}

function SettingForm({ setting, given, save }: SettingFormProps) {
  const { id, initial } = setting;
  const [text, setText] = useState(given);
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  const value = text.trim();
  const right = value === '' || fitsSetting(setting, value);
  const label = settingName(id);
  return (
    <form
      class="field"
      data-setting={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (right) save(value).catch(setFailure);
      }}
    >
      <label class="stack tight">
        <span>{label}</span>
        <input
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={text}
          placeholder={initial}
          aria-invalid={!right}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <small>{right ? t('settingHint', initial) : <strong>{t('settingWrong', number(initial.length))}</strong>}</small>
      </label>
      <button type="submit" class="quiet" disabled={!right || value === given} aria-label={t('secretSaveName', label)}>
        {t('deviceRenameSave')}
      </button>
    </form>
  );
}
