/** The page's own language as BCP 47 (`pt-BR`), '' when it does not say. */
export function readLanguage(document: Document): string {
  const language = document.documentElement?.getAttribute('lang') ?? '';
  return /^[a-z]{2,3}([-_][a-z\d]{2,8})*$/i.test(language) ? language.replace(/_/g, '-') : '';
}
