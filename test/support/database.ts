import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDatabase, type ReboundDatabase } from '../../lib/storage';

/** A separate in-memory database for one test. */
export function freshDatabase(): ReboundDatabase {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  return openDatabase('test');
}
