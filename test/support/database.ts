import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDatabase, type ReboundDatabase } from '../../lib/storage';

/** A database of its own for one test, in memory, gone with it. */
export function freshDatabase(): ReboundDatabase {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  return openDatabase('test');
}
