import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { type Check, type ReboundDatabase, updateNotes, writeNotesNow } from '../../../lib/storage';
import { TagEditor } from '../../TagEditor';
import { useAutosave } from '../../use-autosave';

/** The user's tags and note on a check, saved while typing. */
export function NotesCard({ db, check }: { db: ReboundDatabase; check: Check }) {
  // The field keeps the current value and the database follows: two quick changes must not overwrite each other.
  const [note, setNote] = useState(check.note ?? '');
  const [tags, setTags] = useState(check.tags ?? []);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  const write = (words: Pick<Check, 'tags' | 'note'>) => {
    updateNotes(db, check.id, words).then(() => setSaved(true), setFailure);
  };
  const autosave = useAutosave<string>(
    (typed) => write({ note: typed }),
    (typed) => writeNotesNow(db, { ...check, tags, note: typed }),
  );
  return (
    <section class="card stack" data-notes>
      <h2>{t('notesTitle')}</h2>
      <TagEditor
        tags={tags}
        change={(changed) => {
          setTags(changed);
          write({ tags: changed });
        }}
      />
      <label class="stack tight">
        <span class="between">
          <span>{t('noteLabel')}</span>
          <small role="status">{saved ? t('noteSaved') : t('noteHint')}</small>
        </span>
        <textarea
          rows={3}
          value={note}
          onInput={(event) => {
            setSaved(false);
            setNote(event.currentTarget.value);
            autosave.later(event.currentTarget.value);
          }}
          onBlur={autosave.flush}
        />
      </label>
    </section>
  );
}
