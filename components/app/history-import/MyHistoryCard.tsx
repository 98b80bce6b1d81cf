import { FileUp, Undo2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { ask } from '../../../lib/browser/messages';
import { clock } from '../../../lib/core/clock';
import { toDay } from '../../../lib/core/day';
import { importExtensions, toImportFile } from '../../../lib/exchange';
import { plural, t } from '../../../lib/i18n';
import { type HistoryImport, historyImports, importHistory, type ReboundDatabase, undoImport } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { fullDay } from '../history/words';
import { LoadFailed } from '../LoadFailed';
import { HistoryFaults } from './HistoryFaults';
import { HistoryPreview } from './HistoryPreview';
import './history-import.css';
import { type ReadHistory, readHistory } from './read-history';
import { sourceName } from './words';

/** No real file of mornings is larger; a wrong one must not freeze the page. */
const MOST_BYTES = 20_000_000;

/** Mornings measured elsewhere: pasted, typed or from a file; previewed, stored after confirmation, and removable as a whole. */
export function MyHistoryCard({ db }: { db: ReboundDatabase }) {
  const imports = useLive(() => historyImports(db), [db]);
  const [text, setText] = useState('');
  const [read, setRead] = useState<ReadHistory | null>(null);
  const [failed, setFailed] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  if (imports instanceof Error) return <LoadFailed error={imports} />;
  const look = (from: string | Uint8Array) => {
    setSaid(null);
    setRead(from.length === 0 ? null : readHistory(from, toDay(clock.now())));
  };
  const run = (work: Promise<string>) =>
    void work.then(
      (words) => {
        setFailed(false);
        setSaid(words);
        // If the background does not answer, the badge is stale until its next update; what is stored stays.
        ask('checks-changed', {}).catch((error: unknown) => console.error('badge', error));
      },
      () => setFailed(true),
    );
  const pick = async (picked: File | undefined) => {
    if (picked === undefined) return;
    if (picked.size > MOST_BYTES) {
      setRead({ ok: false, faults: [{ name: 'not-this-format' }] });
      return;
    }
    const content = new Uint8Array(await picked.arrayBuffer());
    setText(toImportFile(content).text);
    look(content);
  };
  const importRows = async () => {
    if (read === null || !read.ok) return '';
    const taken = await importHistory(db, { id: crypto.randomUUID(), source: read.source, atMs: clock.now() }, read.entries);
    setText('');
    setRead(null);
    return plural('historyTaken', taken?.rows ?? 0);
  };
  const takeBack = async (entry: HistoryImport) => {
    await undoImport(db, entry.id);
    return plural('historyTakenBack', entry.rows);
  };
  return (
    <section class="card stack my-history" id="my-history" data-my-history>
      <div class="stack tight">
        <h2>{t('myHistoryTitle')}</h2>
        <p class="muted">{t('myHistoryWhy')}</p>
      </div>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      <label class="stack tight">
        <span class="question">{t('myHistoryRows')}</span>
        <textarea
          rows={6}
          spellcheck={false}
          value={text}
          placeholder={t('myHistoryExample')}
          aria-describedby="my-history-hint"
          onInput={(event) => {
            setText(event.currentTarget.value);
            setRead(null);
          }}
        />
        <small id="my-history-hint">{t('myHistoryHint')}</small>
      </label>
      <div class="row">
        <button type="button" disabled={text.trim() === ''} onClick={() => look(text)}>
          {t('myHistoryLook')}
        </button>
        <button type="button" class="quiet" onClick={() => file.current?.click()}>
          <FileUp size={16} aria-hidden="true" />
          {t('myHistoryFile')}
        </button>
        <input
          ref={file}
          type="file"
          accept={importExtensions('mornings').join()}
          hidden
          aria-label={t('myHistoryFile')}
          onChange={(event) => {
            const input = event.currentTarget;
            void pick(input.files?.[0]).then(() => {
              // So that picking the same file again counts as a change.
              input.value = '';
            });
          }}
        />
      </div>
      {read !== null && !read.ok && <HistoryFaults faults={read.faults} />}
      {read?.ok && (
        <HistoryPreview db={db} source={read.source} entries={read.entries} store={() => run(importRows())} cancel={() => setRead(null)} />
      )}
      {said !== null && <p role="status">{said}</p>}
      {imports !== undefined && imports.length > 0 && (
        <ul class="imports">
          {imports.map((entry) => (
            <li key={entry.id} class="between">
              <span>
                {sourceName(entry.source)}, {plural('historyMornings', entry.rows)}
                <br />
                <small>{t('trendsStretch', fullDay(entry.from), fullDay(entry.to))}</small>
              </span>
              <button type="button" class="quiet" onClick={() => run(takeBack(entry))}>
                <Undo2 size={16} aria-hidden="true" />
                {t('historyTakeBack')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
