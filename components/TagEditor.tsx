import { Plus, X } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { addTags, hasTag } from '../lib/check/tags';
import { t } from '../lib/i18n';
import './tag-editor.css';

const SUGGESTED = ['tagAlcohol', 'tagTravel', 'tagAltitude', 'tagLateNight', 'tagIll'] as const;

interface TagEditorProps {
  readonly tags: readonly string[];
  readonly change: (tags: readonly string[]) => void;
}

/** Tags as chips: typed, or chosen from the common ones. */
export function TagEditor({ tags, change }: TagEditorProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const add = (words: string) => change(addTags(tags, words));
  const take = () => {
    if (typed.trim() !== '') add(typed);
    setTyped('');
  };
  const suggested = SUGGESTED.map((key) => t(key)).filter((word) => !hasTag(tags, word));
  return (
    <div class="stack tight">
      {tags.length > 0 && (
        <ul class="check-tags" aria-label={t('tagsLabel')}>
          {tags.map((tag) => (
            <li key={tag} class="chip tag">
              {tag}
              <button
                type="button"
                aria-label={t('tagRemove', tag)}
                onClick={() => {
                  change(tags.filter((other) => other !== tag));
                  field.current?.focus();
                }}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <label class="stack tight">
          <span class="between">
            <span>{t('tagAddLabel')}</span>
            <small>{t('tagAddHint')}</small>
          </span>
          <span class="field-row">
            <input
              type="text"
              ref={field}
              value={typed}
              maxLength={200}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onBlur={take}
            />
            <button type="submit" class="quiet">
              {t('tagAdd')}
            </button>
          </span>
        </label>
      </form>
      {suggested.length > 0 && (
        <div class="check-tags">
          {suggested.map((word) => (
            <button key={word} type="button" class="chip suggest" aria-label={t('tagSuggest', word)} onClick={() => add(word)}>
              <Plus size={14} aria-hidden="true" />
              {word}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
