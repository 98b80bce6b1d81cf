/** The page's declared language as BCP 47 (`pt-BR`); '' when it declares none. */
export function readLanguage(document: Document): string {
  const language = document.documentElement?.getAttribute('lang') ?? '';
  return /^[a-z]{2,3}([-_][a-z\d]{2,8})*$/i.test(language) ? language.replace(/_/g, '-') : '';
}
