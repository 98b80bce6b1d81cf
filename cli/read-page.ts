import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isForAddedPages, siteFor } from '../lib/sites';
import { BadInput } from './failure';

/** `read-page --url URL FILE.html [--page-data FILE.json]`: what the site's reader finds on a saved page. Throws `BadInput`. */
export async function readSavedPage(args: readonly string[]): Promise<unknown> {
  const { url, file, pageDataFile } = options(args);
  const html = await readText(file, 'a saved page');
  const pageData = pageDataFile === undefined ? null : parsedJson(await readText(pageDataFile, 'a JSON file of page data'), pageDataFile);
  // Loaded here, because it is slow to load and other commands do not need it.
  const { Window } = await import('happy-dom');
  // The page is parsed but not opened: its scripts do not run, and its links are not loaded.
  const window = new Window({ url: url.href });
  try {
    const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
    return describePage(document, url, pageData);
  } finally {
    await window.happyDOM.close();
  }
}

/** The output of the command line, field by field. */
function describePage(document: Document, url: URL, pageData: unknown) {
  const site = siteFor(url);
  const reading = site?.read(document, url, pageData) ?? { activity: null, notFound: [] };
  const known = site !== null && (!isForAddedPages(site) || reading.activity !== null);
  return {
    site: known ? site.id : null,
    activity: reading.activity,
    notFound: reading.notFound,
    mount: known ? (site.mountPoint(document, url)?.selector ?? null) : null,
  };
}

function options(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadInput('name one saved page: read-page --url URL FILE.html');
  if (values.url === undefined) throw new BadInput('say which address the page was saved from: --url URL');
  if (!URL.canParse(values.url))
    throw new BadInput(`--url takes an address such as https://www.strava.com/activities/1, not “${values.url}”`);
  return { url: new URL(values.url), file, pageDataFile: values['page-data'] };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { url: { type: 'string' }, 'page-data': { type: 'string' } } });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

async function readText(file: string, what: string): Promise<string> {
  try {
    // npm starts scripts in the project's folder; INIT_CWD is the user's own.
    return await readFile(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unreadable';
    throw new BadInput(`cannot read ${file} (${code}); give the path of ${what}`);
  }
}

function parsedJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
