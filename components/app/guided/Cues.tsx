import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { type ReboundDatabase, setSetting } from '../../../lib/storage';
import { askToNotify, mayNotify, stopNotifying } from './notify';
import { playCue, readySound } from './sound';

/** How the steps are announced: tones, and notifications where the user allows them. */
export function Cues({ db, sound }: { readonly db: ReboundDatabase; readonly sound: boolean }) {
  const [notifies, setNotifies] = useState<boolean | null>(null);
  useEffect(() => {
    mayNotify().then(setNotifies, (error: unknown) => console.error('notifications', error));
  }, []);
  const change = (wanted: boolean) => {
    const done = wanted ? askToNotify() : stopNotifying().then((taken) => !taken);
    done.then(setNotifies, (error: unknown) => console.error('notifications', error));
  };
  return (
    <fieldset>
      <legend>{t('cuesTitle')}</legend>
      <div class="row">
        <label class="tick">
          <input
            type="checkbox"
            data-cue-sound
            checked={sound}
            onChange={(event) => {
              const wanted = event.currentTarget.checked;
              void setSetting(db, 'guidedSound', wanted);
              if (!wanted) return;
              readySound();
              playCue('step-start');
            }}
          />
          {t('cuesSound')}
        </label>
        {notifies !== null && (
          <label class="tick">
            <input type="checkbox" data-cue-notify checked={notifies} onChange={(event) => change(event.currentTarget.checked)} />
            {t('cuesNotify')}
          </label>
        )}
      </div>
    </fieldset>
  );
}
