import { useId, useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { type ImportedProfile, isBuiltIn } from '../../../lib/devices/drivers/kinds';
import { type ParsedProfile, type ProfileFault, parseProfile } from '../../../lib/devices/profile';
import { number, plural, t } from '../../../lib/i18n';
import { putProfile, type ReboundDatabase } from '../../../lib/storage';
import { ProfileFacts } from './ProfileFacts';
import { ProfileFaults } from './ProfileFaults';
import { profileDraft, profileProposals } from './profile-text';

interface ImportCardProps {
  readonly db: ReboundDatabase;
  readonly imported: readonly ImportedProfile[];
}

/** Far larger than any real profile, so a larger file is not read. */
const LARGEST_FILE = 1_000_000;

/** Imports a profile from a file or the clipboard. It is validated as it is typed, and stored only without errors. */
export function ImportCard({ db, imported }: ImportCardProps) {
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const hint = useId();
  if (failure !== null) throw failure;
  const text = profileDraft.value;
  const parsed = text.trim() === '' ? null : judged(text);
  const change = (next: string) => {
    setDone(null);
    profileDraft.value = next;
  };
  const discard = () => {
    profileProposals.value = [];
    change('');
  };
  const keep = async () => {
    if (!parsed?.ok) return;
    await putProfile(db, { id: parsed.profile.id, text, importedAtMs: clock.now() });
    profileDraft.value = '';
    profileProposals.value = [];
    setDone(parsed.profile.name);
  };
  const replaces = parsed?.ok && imported.some(({ profile }) => profile.id === parsed.profile.id);
  return (
    <section
      class="card stack profiles"
      aria-labelledby="import-title"
      data-import={parsed === null ? 'empty' : parsed.ok ? 'good' : 'faulty'}
    >
      <div class="stack tight">
        <h2 id="import-title">{t('importTitle')}</h2>
        <p class="muted" id={hint}>
          {t('importText')}
        </p>
      </div>
      <input
        type="file"
        accept=".json,application/json"
        aria-label={t('importFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          profileProposals.value = [];
          file?.slice(0, LARGEST_FILE).text().then(change, setFailure);
        }}
      />
      <textarea
        rows={text === '' ? 4 : 10}
        class="mono"
        spellcheck={false}
        autocomplete="off"
        value={text}
        placeholder={t('importPaste')}
        aria-label={t('importPaste')}
        aria-describedby={hint}
        aria-invalid={parsed !== null && !parsed.ok}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <div role="status">
        {done !== null && <p>{t('importDone', done)}</p>}
        {parsed !== null && !parsed.ok && <Faults faults={parsed.faults} />}
      </div>
      {parsed?.ok && (
        <>
          <ProfileFacts profile={parsed.profile} />
          {replaces && <p>{t('importReplaces')}</p>}
          <div class="row">
            <button type="button" onClick={() => void keep().catch(setFailure)}>
              {t('importKeep')}
            </button>
            <button type="button" class="quiet" onClick={discard}>
              {t('importDiscard')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** A profile that comes with the product cannot be replaced. */
function judged(text: string): ParsedProfile | { readonly ok: false; readonly faults: 'built-in' } {
  const parsed = parseProfile(text);
  return parsed.ok && isBuiltIn(parsed.profile.id) ? { ok: false, faults: 'built-in' } : parsed;
}

function Faults({ faults }: { readonly faults: readonly ProfileFault[] | 'built-in' }) {
  if (faults === 'built-in') return <p>{t('importBuiltIn')}</p>;
  return (
    <div class="stack tight">
      <p>
        <strong>{plural('importFaults', faults.length)}</strong>
      </p>
      <ProfileFaults faults={faults} />
      {faults.length >= 50 && <small>{t('importMoreFaults', number(50))}</small>}
    </div>
  );
}
