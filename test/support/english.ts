import { fakeBrowser } from 'wxt/testing';
import messages from '../../public/_locales/en/messages.json';

/** Makes `browser.i18n` answer like a browser set to `language`, with the product's English messages. */
export function speakEnglish(language = 'en-GB'): void {
  const words: Readonly<Record<string, { readonly message: string }>> = messages;
  const getMessage = (key: string, values: string | string[] = []): string => {
    const given = typeof values === 'string' ? [values] : values;
    // As in browsers: an unknown message is empty, and so is a missing argument.
    return (words[key]?.message ?? '').replace(/\$([1-9])/g, (_, n: string) => given[Number(n) - 1] ?? '');
  };
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => language });
}
