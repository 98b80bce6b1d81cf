import { useState } from 'preact/hooks';
import type { GattLog } from '../../../lib/devices/inspector/gatt-log';
import type { InspectedService } from '../../../lib/devices/inspector/inspected';
import { knownClasses } from '../../../lib/devices/inspector/known-classes';
import { logFileName, saveText } from '../../../lib/devices/inspector/save-text';
import { shortUuid } from '../../../lib/devices/inspector/uuid-input';
import { draftProfile, makeProposals, profileText } from '../../../lib/devices/profile';
import { logEvent, logTime } from '../../../lib/devices/words';
import { number, t } from '../../../lib/i18n';
import { profileDraft, profileProposals } from '../profiles/profile-text';

interface InspectorLogProps {
  readonly log: GattLog;
  readonly name: string | null;
  readonly services: readonly InspectedService[];
}

/** The file has all entries; a page with thousands of rows would be slow while a device sends fifty a second. */
const SHOWN = 100;

/** Events, newest first. */
export function InspectorLog({ log, name, services }: InspectorLogProps) {
  const [nothing, setNothing] = useState(false);
  const count = log.count;
  const lines = log.newest(SHOWN);
  const draft = () => {
    const seen = { name, services, lines: log.lines() };
    const made = draftProfile(seen);
    setNothing(made === null);
    if (made === null) return;
    profileDraft.value = profileText(made);
    profileProposals.value = makeProposals(seen, knownClasses);
    location.hash = '#devices/profiles';
  };
  return (
    <div class="stack tight">
      <div class="between wrap">
        <h3>{t('inspectorLog')}</h3>
        <div class="row">
          <button type="button" class="quiet" onClick={() => saveText(logFileName(name, Date.now()), log.text())}>
            {t('inspectorSave')}
          </button>
          <button type="button" class="quiet" onClick={draft}>
            {t('inspectorDraft')}
          </button>
          <button type="button" class="quiet" onClick={() => log.clear()}>
            {t('inspectorClear')}
          </button>
        </div>
      </div>
      {nothing && <p role="status">{t('inspectorDraftNothing')}</p>}
      {count > lines.length && <small>{t('inspectorLogShown', number(lines.length), number(count))}</small>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="log" tabIndex={0} aria-label={t('inspectorLog')}>
        <table>
          <thead>
            <tr>
              <th>{t('inspectorTime')}</th>
              <th>{t('inspectorCharacteristic')}</th>
              <th>{t('inspectorEvent')}</th>
              <th>{t('inspectorHex')}</th>
              <th>{t('inspectorDecoded')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number} data-event={line.what}>
                <td>{logTime(line.atMs)}</td>
                <td>{line.characteristic === null ? '' : shortUuid(line.characteristic)}</td>
                <td>{logEvent(line.what)}</td>
                <td class="hex">{line.hex}</td>
                <td class="decoded">{line.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
