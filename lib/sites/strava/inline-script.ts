/**
 * Data in the source of the page's inline script: `new …Pages.RidePageView(ID, 'VirtualRide', factory)….isOwner(true)` (capture of 2023).
 */
export interface InlineScript {
  /** The sport type from the constructor, otherwise from `lightboxData`, such as `VirtualRide`. */
  readonly sportType: string | null;
  /** The kind of page: `Ride` in `RidePageView`. */
  readonly family: string | null;
  readonly isOwner: boolean | null;
}

const CONSTRUCTOR = /Pages\.(\w+?)PageView\(\s*["']?(\d+)["']?\s*(?:,\s*["'](\w+)["'])?/g;
// Greedy, and below the last constructor is used: a title that imitates either one comes before the real one.
const LIGHTBOX = /\blightboxData\s*=\s*\{[^}]*\bactivity_type["']?\s*:\s*["'](\w+)["']/;

/**
 * The inline script of this activity; null when there is none, or only that of another activity. The script is read as text and never run.
 */
export function findInlineScript(document: Document, id: string): InlineScript | null {
  let lightboxType: string | null = null;
  for (const script of document.querySelectorAll('script:not([src])')) {
    const source = script.textContent ?? '';
    lightboxType ??= LIGHTBOX.exec(source)?.[1] ?? null;
    const view = [...source.matchAll(CONSTRUCTOR)].at(-1);
    if (view === undefined) continue;
    if (view[2] !== id) return null;
    const owner = /\.isOwner\(\s*(true|false)\s*\)/.exec(source.slice(view.index))?.[1];
    return { sportType: view[3] ?? lightboxType, family: view[1] ?? null, isOwner: owner === undefined ? null : owner === 'true' };
  }
  // Without the constructor, nothing names the activity, but a page is loaded for one activity only.
  return lightboxType === null ? null : { sportType: lightboxType, family: null, isOwner: null };
}
