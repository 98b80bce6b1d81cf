import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { SitesCard } from '../../components/app/settings/SitesCard';
import type * as cardAnswersModule from '../../lib/browser/card-answers';
import type * as storageModule from '../../lib/storage';
import { getSettings, type ReboundDatabase } from '../../lib/storage';
import type * as schemaModule from '../../lib/views/card/schema';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';
import { copyProject, type ProjectCopy } from '../support/project-copy';

/** A complete new site in one file. */
const SITE = `
import { first } from './parse/first';
import { toReading } from './parse/reading';
import type { TrainingSite } from './site';

const matches = (url: URL) => url.hostname === 'made-up.example';

export const madeUp: TrainingSite = {
  id: 'made-up',
  name: 'Made Up & Sons',
  origins: ['https://made-up.example/*'],
  opensInPanel: false,
  pageData: {},
  matches,
  pageKind: () => 'activity',
  read: (document) => toReading('1', { title: [() => first(() => document.title)] }),
  mountPoint: () => null,
  requests: () => [],
};
`;
const FILE = 'lib/sites/made-up.ts';
const ENTRYPOINT = 'entrypoints/card-made-up.ts';
const NOW_MS = new Date(2026, 4, 4, 15).getTime();

let copy: ProjectCopy;
let db: ReboundDatabase;

beforeAll(() => {
  copy = copyProject();
  copy.write(FILE, SITE);
  copy.generate();
});
afterAll(() => copy.dispose());

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  const { permissions } = fakeBrowser;
  const listeners = { addListener() {}, removeListener() {} };
  Object.assign(permissions, {
    contains: async () => false,
    getAll: async () => ({ origins: [] }),
    onAdded: listeners,
    onRemoved: listeners,
  });
  db = freshDatabase();
});
afterEach(() => {
  cleanup();
  db.close();
});

interface Config {
  manifest(env: { browser: string; mode: string }): { optional_host_permissions?: readonly string[] };
}

const activity = {
  id: '1',
  title: 'Hills',
  sport: 'run',
  startLocal: '2026-05-04T12:15',
  movingTimeS: 3600,
  elapsedTimeS: 3600,
  distanceM: 10_000,
  elevationGainM: 100,
  avgHrBpm: null,
  maxHrBpm: null,
  own: true,
} as const;

describe('a training site that is one file', () => {
  it('is in the manifest’s optional permissions', async () => {
    const config = await copy.load<{ default: Config }>('wxt.config.ts');
    const { optional_host_permissions } = config.default.manifest({ browser: 'chrome', mode: 'production' });
    expect(optional_host_permissions).toContain('https://made-up.example/*');
  });

  it('has an entrypoint with only its own reader', () => {
    const text = readFileSync(join(copy.root, ENTRYPOINT), 'utf8');
    expect(text.match(/lib\/sites\/[a-z-]+/g)?.filter((path) => !path.endsWith('/made-up'))).toEqual([]);
    expect(text).toContain('siteScript(madeUp)');
  });

  it('has an id that the card may send and storage accepts', async () => {
    const { pageReading } = await copy.load<typeof schemaModule>('lib/views/card/schema.ts');
    const v = await import('valibot');
    expect(v.is(pageReading, { site: 'made-up', activity, notFound: [] })).toBe(true);
    expect(v.is(pageReading, { site: 'another', activity, notFound: [] })).toBe(false);

    const { cardAnswers } = await copy.load<typeof cardAnswersModule>('lib/browser/card-answers.ts');
    // Uses the copy's own database, because the original does not know the site.
    const { activitiesBetween, openDatabase } = await copy.load<typeof storageModule>('lib/storage/index.ts');
    db.close();
    db = openDatabase('test');
    const page = { site: 'made-up' as 'strava', activity, notFound: [] };
    const answers = cardAnswers(db, 'test', () => NOW_MS);
    await answers['card-open'](page, { from: 'card', url: 'https://made-up.example/activity/1' });
    expect(await activitiesBetween(db, 'own', 0, NOW_MS)).toMatchObject([{ source: 'made-up', sourceId: '1', title: 'Hills' }]);
    await expect(answers['card-open'](page, { from: 'card', url: 'https://www.strava.com/activities/1' })).rejects.toThrow('made-up');
  });

  it('has its name in Settings', async () => {
    const module = await copy.load<{ SitesCard: typeof SitesCard }>('components/app/settings/SitesCard.tsx');
    render(<module.SitesCard db={db} settings={await getSettings(db)} />);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Made Up & Sons' })).toBeTruthy());
  });

  it('leaves nothing behind when its file is deleted', () => {
    const other = copyProject(['lib/sites', 'entrypoints']);
    try {
      other.write(FILE, SITE);
      expect(other.generate().sort()).toEqual([ENTRYPOINT, 'lib/sites/all.ts', 'lib/sites/ids.ts']);
      other.remove(FILE);
      other.generate();
      expect(existsSync(join(other.root, ENTRYPOINT))).toBe(false);
      for (const file of ['lib/sites/all.ts', 'lib/sites/ids.ts']) {
        expect(readFileSync(join(other.root, file), 'utf8')).toBe(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
      }
    } finally {
      other.dispose();
    }
  });
});
