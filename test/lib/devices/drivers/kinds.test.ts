import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { DriverKinds, isBuiltIn } from '../../../../lib/devices/drivers/kinds';
import { isSensorKind } from '../../../../lib/devices/sensor';
import { deleteProfile, putProfile } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { settled, until } from '../../../support/until';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../..', name), 'utf8');
const REVERIE = read('docs/profiles/reverie.json');
const KEESON = read('docs/profiles/keeson.json');
const JENSEN = read('lib/devices/profiles/jensen.json');

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function watched() {
  const db = freshDatabase();
  const kinds = new DriverKinds(db);
  ends.push(() => {
    kinds.close();
    db.close();
  });
  const imported = () => kinds.imported.value.map(({ profile }) => profile.id);
  return { db, kinds, imported };
}

describe('the built-in kinds', () => {
  it('have unique ids: beds, panels and pads by profile; machines, gun and our own by code', () => {
    const ids = builtInKinds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['jensen-bed', 'hypervolt-2', 'open-recovery-compression', 'ftms-treadmill']));
    expect(isBuiltIn('jensen-bed')).toBe(true);
    expect(isBuiltIn('reverie-bed')).toBe(false);
  });

  it('are not marked as tested, and all have a stop', () => {
    expect(builtInKinds.filter(({ verified, disabled }) => verified === 'tested' || disabled !== null)).toEqual([]);
  });
});

describe('imported profiles', () => {
  it('follow the built-in ones, in the order of their import', async () => {
    const { db, kinds, imported } = watched();
    await settled();
    expect(kinds.all.value).toEqual(builtInKinds);
    await putProfile(db, { id: 'reverie-bed', text: REVERIE, importedAtMs: 2 });
    await putProfile(db, { id: 'keeson-bed', text: KEESON, importedAtMs: 1 });
    await until(() => imported().length === 2);
    expect(kinds.all.value.map(({ id }) => id)).toEqual([...builtInKinds.map(({ id }) => id), 'keeson-bed', 'reverie-bed']);
    expect(kinds.imported.value.map(({ kind }) => (isSensorKind(kind) ? 'sensor' : kind.disabled))).toEqual(['no-known-stop', null]);
    await deleteProfile(db, 'keeson-bed');
    await until(() => imported().length === 1);
    expect(imported()).toEqual(['reverie-bed']);
  });

  it('that are invalid, or name another kind, are disabled and say why', async () => {
    const { db, kinds, imported } = watched();
    await putProfile(db, { id: 'reverie-bed', text: KEESON, importedAtMs: 1 });
    await putProfile(db, { id: 'cut-off', text: REVERIE.slice(0, 200), importedAtMs: 2 });
    await putProfile(db, { id: 'jensen-bed', text: JENSEN, importedAtMs: 3 });
    await until(() => kinds.unreadable.value.length === 3);
    expect(imported()).toEqual([]);
    expect(kinds.all.value).toEqual(builtInKinds);
    expect(kinds.unreadable.value.map(({ id, why }) => ({ id, why }))).toEqual([
      { id: 'reverie-bed', why: 'no-profile' },
      { id: 'cut-off', why: 'no-profile' },
      { id: 'jensen-bed', why: 'built-in' },
    ]);
  });

  it('that no longer pass the checks, or have the id of a built-in one, are left out', async () => {
    const { db, imported } = watched();
    await putProfile(db, { id: 'broken', text: REVERIE.replace('"stop"', '"stopp"'), importedAtMs: 1 });
    await putProfile(db, { id: 'jensen-bed', text: JENSEN, importedAtMs: 2 });
    await putProfile(db, { id: 'reverie-bed', text: REVERIE, importedAtMs: 3 });
    await until(() => imported().length > 0);
    expect(imported()).toEqual(['reverie-bed']);
  });

  it('that today’s checks refuse are kept, switched off, and say what is wrong', async () => {
    const { db, kinds, imported } = watched();
    const old = REVERIE.replace('"setUp": [', '"start": [{ "write": "hard" }], "setUp": [').replace(
      '"frames": {',
      '"frames": { "hard": { "to": "command", "bytes": ["55 53 FF", { "checksum": "xor8" }] },',
    );
    await putProfile(db, { id: 'reverie-bed', text: old, importedAtMs: 1 });
    await until(() => kinds.unreadable.value.length === 1);
    expect(imported()).toEqual([]);
    const [one] = kinds.unreadable.value;
    expect(one).toMatchObject({ id: 'reverie-bed', why: 'faults', text: old });
    expect(one?.faults.map(({ path, code, at }) => [path, code, at !== undefined])).toEqual([['start[0].write', 'hidden-level', true]]);
  });

  it('keep their object while others come and go, and get a new one when imported again', async () => {
    const { db, kinds, imported } = watched();
    await putProfile(db, { id: 'reverie-bed', text: REVERIE, importedAtMs: 1 });
    await until(() => imported().length === 1);
    const [first] = kinds.imported.value;
    await putProfile(db, { id: 'keeson-bed', text: KEESON, importedAtMs: 2 });
    await until(() => imported().length === 2);
    expect(kinds.imported.value[0]?.kind).toBe(first?.kind);
    await putProfile(db, { id: 'reverie-bed', text: REVERIE, importedAtMs: 3 });
    await until(() => kinds.imported.value.some(({ importedAtMs }) => importedAtMs === 3));
    expect(kinds.imported.value.find(({ profile }) => profile.id === 'reverie-bed')?.kind).not.toBe(first?.kind);
  });
});
