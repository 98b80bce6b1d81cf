import fc from 'fast-check';
import { anyProfile } from '../profiles/profiles';

type Path = readonly (string | number)[];

/** Changes that somebody might make to a profile to break it, or to attack through it. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    -1,
    0,
    1,
    255,
    256,
    1e9,
    -1e9,
    0.5,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    '..',
    'FF',
    'ff ff ff',
    '1812',
    'fff0',
    'command',
    'off',
    'constructor',
    '__proto__',
    'head',
    'level.head',
    'setting.pin',
    'timer',
    { write: 'massage' },
    { write: 'off' },
    { pauseMs: 1e6 },
    [{ write: 'off' }],
    { min: 0, max: 200, step: 1 },
    { min: 0, max: 10, step: 1e-9 },
    { min: 5, max: 1, step: 1 },
    { value: 'level.head', type: 'u8', multiply: 1000 },
    { value: 'temperature', type: 'u8', modulo: 3 },
    { checksum: 'sum8' },
    { length: 'u8', add: 64 },
  ),
  fc.integer({ min: -300, max: 70_000 }),
  fc.string({ maxLength: 80, unit: 'binary' }),
  fc.jsonValue({ maxDepth: 2 }),
);

function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => listPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}

/** The value with one part changed, removed or added. */
function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => { readonly to: unknown } | null): unknown {
  if (key === undefined) return change(value)?.to;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) };
  const inner = (copy as Record<string | number, unknown>)[key];
  const next = rest.length === 0 ? change(inner) : { to: changed(inner, rest, change) };
  if (next === null) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete copy[key];
  } else if (typeof key === 'string')
    Object.defineProperty(copy, key, { value: next.to, enumerable: true, configurable: true, writable: true });
  else (copy as unknown[])[key] = next.to;
  return copy;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

/** A value of the same type, from the same profile or similar. */
function alike(profile: unknown, old: unknown, pick: number): unknown {
  if (typeof old === 'boolean') return !old;
  if (typeof old === 'number') return [old + 1, old - 1, old * 2, Math.floor(old / 2), 0, 1, 5, 100, pick, -pick][pick % 10];
  const others = listPaths(profile)
    .map((path) => valueAt(profile, path))
    .filter((one) => typeof one === typeof old && /^[0-9A-F .]+$/.test(String(one)) === /^[0-9A-F .]+$/.test(String(old)));
  return others[pick % Math.max(1, others.length)];
}

export interface Mutant {
  readonly value: unknown;
  /** The changes, first to last. */
  readonly paths: readonly Path[];
}

const mutation = fc.record({
  // Without bias, which would prefer the first and the last place.
  at: fc.noBias(fc.integer({ min: 0, max: 999_999 })),
  way: fc.constantFrom('like', 'like', 'like', 'like', 'like', 'like', 'set', 'remove', 'add'),
  pick: fc.noBias(fc.nat(1000)),
  with: strange,
  key: fc.constantFrom('extra', '__proto__', 'constructor', 'write', 'stop', 'poll', 'initial', 'optional', 'table', 'modulo'),
});

/** Real profiles, each with one to four changes. */
export const mutants: fc.Arbitrary<Mutant> = fc
  .tuple(
    fc.constantFrom(...anyProfile),
    fc.oneof({ weight: 3, arbitrary: fc.tuple(mutation) }, fc.array(mutation, { minLength: 2, maxLength: 4 })),
  )
  .map(([profile, mutations]) =>
    mutations.reduce<Mutant>(
      ({ value, paths }, { at, way, with: other, key, pick }) => {
        // Similar values replace each other, so that the shape is not always what is refused.
        const places =
          way === 'like' ? listPaths(value).filter((one) => typeof valueAt(value, one) !== 'object') : listPaths(value).slice(1);
        const path = places[at % places.length];
        if (path === undefined) return { value, paths };
        const next = changed(value, path, (old) => {
          if (way === 'remove') return null;
          if (way === 'like') return { to: alike(value, old, pick) };
          if (way !== 'add' || typeof old !== 'object' || old === null) return { to: other };
          return { to: Array.isArray(old) ? [...old, other] : changed(old, [key], () => ({ to: other })) };
        });
        return { value: next, paths: [...paths, path] };
      },
      { value: profile, paths: [] },
    ),
  );
