import { fakeBrowser } from 'wxt/testing';
import messages from '../../public/_locales/en/messages.json';

/** Lets `browser.i18n` speak as a browser set to `language` does, with the English messages of the product. */
export function speakEnglish(language = 'en-GB'): void {
  const words: Readonly<Record<string, { readonly message: string }>> = messages;
  const getMessage = (key: string, values: string | string[] = []): string => {
    const given = typeof values === 'string' ? [values] : values;
    // As browsers do: an unknown message is empty, an argument that was not given as well.
    return (words[key]?.message ?? '').replace(/\$([1-9])/g, (_, n: string) => given[Number(n) - 1] ?? '');
  };
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => language });
}
