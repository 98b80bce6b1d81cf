import { historyPage } from '../../lib/check/history';
import { settleRecordings } from '../../lib/check/recover';
import {
  allLabs,
  closeAbandonedSessions,
  experiments,
  getSettings,
  historyImports,
  knownDevices,
  openRecordings,
  type ReboundDatabase,
  readJournal,
  siteReads,
  storedProfiles,
} from '../../lib/storage';
import { readToday } from '../../lib/today/read-today';
import { readSnapshot } from '../../lib/today/write-snapshot';
import { openCard } from '../../lib/views/card/open-card';
import { readCoachWeek } from '../../lib/views/coach-week';
import { readFoodAndSleep } from '../../lib/views/food-and-sleep';
import { labSeries } from '../../lib/views/labs';
import { readTrends } from '../../lib/views/trends';
import { readAssociations, readExperiments } from '../../lib/views/trends-answers';
import { TODAY } from './checks';
import { START_MS } from './packets';

/** Every way in which the product reads its database, by a readable name. */

const NOW_MS = START_MS + 3_600_000;

export const READERS: Readonly<Record<string, (db: ReboundDatabase) => Promise<unknown>>> = {
  settings: getSettings,
  today: (db) => readToday(db, NOW_MS),
  trends: (db) => readTrends(db, null, TODAY, NOW_MS),
  history: (db) => historyPage(db, 'own', 50),
  "coach's week": (db) => readCoachWeek(db, 'own', TODAY, TODAY, NOW_MS),
  associations: (db) => readAssociations(db, 'own', TODAY, NOW_MS),
  experiments: async (db) => [await experiments(db), await readExperiments(db, TODAY, NOW_MS)],
  snapshot: (db) => readSnapshot(db, 'test', NOW_MS),
  card: (db) =>
    openCard(
      db,
      {
        site: 'strava',
        activity: {
          id: 's1',
          title: 't',
          sport: 'run',
          startLocal: '2026-05-03T10:00:00',
          movingTimeS: 3600,
          elapsedTimeS: 3600,
          distanceM: 1,
          elevationGainM: 1,
          avgHrBpm: 140,
          maxHrBpm: 150,
          own: true,
        },
        notFound: [],
      } as Parameters<typeof openCard>[1],
      NOW_MS,
    ),
  food: async (db) => readFoodAndSleep(db, 'own', await readToday(db, NOW_MS), NOW_MS),
  devices: async (db) => [await knownDevices(db), await storedProfiles(db)],
  labs: async (db) => labSeries(await allLabs(db)),
  sites: siteReads,
  imports: historyImports,
  journal: (db) => readJournal(db, 'recording-0'),
  'open recordings': openRecordings,
  'start of the app': async (db) => [await closeAbandonedSessions(db), await settleRecordings(db)],
};
