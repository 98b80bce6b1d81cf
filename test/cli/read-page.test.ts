import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGenericPage } from '../fixtures/generic/make-page';
import { pages } from '../fixtures/strava/pages';
import { rebound, reboundProcess } from '../support/rebound';

/** `rebound read-page`, run as a process, as documented in README. */
const ROOT = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-read-page-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function readPage(...args: readonly string[]) {
  const { stdout, stderr, status } = await rebound(folder, 'read-page', ...args);
  return { stderr, status, document: stdout === '' ? null : JSON.parse(stdout) };
}

const FIELDS = [
  'id',
  'title',
  'sport',
  'startLocal',
  'movingTimeS',
  'elapsedTimeS',
  'distanceM',
  'elevationGainM',
  'avgHrBpm',
  'maxHrBpm',
  'own',
];

describe('rebound read-page', () => {
  it.each(pages.filter(({ file }) => /en-metric|redesigned/.test(file)))('$file, as a process', ({ file, url, activity, mount }) => {
    const page = join(ROOT, 'test/fixtures/strava', file);
    const { stdout, status, stderr } = reboundProcess(folder, 'read-page', '--url', url, page);
    const document = JSON.parse(stdout);
    expect([status, stderr]).toEqual([0, '']);
    expect(Object.keys(document)).toEqual(['site', 'activity', 'notFound', 'mount']);
    expect(Object.keys(document.activity)).toEqual(FIELDS);
    expect(document).toEqual({ site: 'strava', activity, notFound: FIELDS.filter((field) => activity[field] === null), mount });
  });

  it('prefers page data to what the page shows', async () => {
    const data = file('data.json', JSON.stringify({ activityId: 7, moving_time: 60, isOwner: false, detailedType: 'Hike' }));
    const { document } = await readPage(
      '--page-data',
      data,
      file('empty.html', '<html></html>'),
      '--url=https://www.strava.com/activities/7',
    );
    expect(document.activity).toMatchObject({ id: '7', movingTimeS: 60, own: false, sport: 'hike', distanceM: null });
    expect(document.mount).toBeNull();
  });

  it('says that a page shows no activity', async () => {
    const { document, status } = await readPage('--url', 'https://www.strava.com/dashboard', file('page.html', '<div id="main"></div>'));
    expect([status, document]).toEqual([0, { site: 'strava', activity: null, notFound: [], mount: '#main' }]);
  });

  it('reads what a page without its own reader describes, or nothing', async () => {
    const found = (await readPage('--url', 'https://example.org/7', file('generic.html', makeGenericPage('json-ld')))).document;
    expect([found.site, found.activity.movingTimeS, found.mount]).toEqual(['generic', 3753, 'main h1']);
    const none = (await readPage('--url', 'https://example.org/7', file('none.html', '<main><h1>1:02:33</h1></main>'))).document;
    expect(none).toEqual({ site: null, activity: null, notFound: [], mount: null });
  });

  it('reads a broken page and runs none of its scripts', async () => {
    const html = `<title>A | Run | Strava</title><script>document.title = 'B | Swim | Strava'</script><div id=main><p><table><tr><td>1<b></p></div></table><!-- <`;
    const { document } = await readPage('--url', 'https://www.strava.com/activities/7', file('broken.html', html));
    expect(document.activity).toMatchObject({ title: 'A', sport: 'run' });
  });

  it.each([
    ['no file', ['--url', 'https://www.strava.com/activities/7'], /name one saved page/],
    ['no address', ['page.html'], /--url URL/],
    ['a wrong address', ['--url', 'strava', 'page.html'], /--url takes an address/],
    ['an unknown option', ['--uri', 'x'], /uri/],
    [
      'a missing file',
      ['--url', 'https://www.strava.com/activities/7', '/nowhere/page.html'],
      /cannot read \/nowhere\/page.html \(ENOENT\)/,
    ],
  ])('%s: prints one line, exit code 2', async (_, args, message) => {
    const { document, status, stderr } = await readPage(...args);
    expect([document, status]).toEqual([null, 2]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('page data that are not JSON: prints one line, exit code 2', async () => {
    const page = file('page.html', '<html></html>');
    const { status, stderr } = await readPage('--url', 'https://www.strava.com/activities/7', page, '--page-data', page);
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toMatch(/is no JSON/);
  });
});
