type Messages = Readonly<Record<string, { readonly message: string }>>;

/** `$1`, `$2` … of a message, each once. */
export const placeholders = (message: string) => [...new Set(message.match(/\$\d/g) ?? [])].sort();

const FORM = /^(.+)_(zero|one|two|few|many|other)$/;

/**
 * The faults of a language's messages compared with the English ones. Messages may be missing, because English is the fallback. A language
 * has the plural forms of its own rules.
 */
export function localeFaults(locale: string, messages: Messages, english: Messages): string[] {
  const code = locale.replace('_', '-');
  const faults = messages.languageCode?.message === code ? [] : [`languageCode is not ${code}`];
  const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
  for (const [key, { message }] of Object.entries(messages)) {
    const [, base = '', form = ''] = FORM.exec(key) ?? [];
    const counted = `${base}_one` in english && `${base}_other` in english;
    const model = english[key] ?? (counted && forms.some((one) => one === form) ? english[`${base}_other`] : undefined);
    if (model === undefined) {
      faults.push(`${key} is not a message`);
      continue;
    }
    if (message.length === 0) faults.push(`${key} says nothing`);
    const [has, needs] = [placeholders(message), placeholders(model.message)];
    // The forms for zero, one and two need not contain the number.
    const countLeftOut = counted && form !== 'other' && ['$1', ...has].join() === needs.join();
    const countSaid = counted && form === 'one' && has.join() === ['$1', ...needs].join();
    if (has.join() !== needs.join() && !countLeftOut && !countSaid)
      faults.push(`${key} has ${has.join(' ')} instead of ${needs.join(' ')}`);
    if (counted && !(`${base}_other` in messages)) faults.push(`${base}_other is missing: it stands for every form that is left out`);
  }
  // English has this form, which would be shown instead.
  for (const key of Object.keys(messages)) {
    const one = key.replace(FORM, '$1_one');
    if (one !== key && one in english && forms.includes('one') && !(one in messages)) faults.push(`${one} is missing`);
  }
  return [...new Set(faults)];
}
