import { findTextPlace, followJson, type TextPlace } from './json-text';

/** `a.b[2].c`. */
export function jsonPath(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}

/**
 * Finds the places of the parts of a JSON text by their paths. A part that is missing has the place of the part that lacks it; null where
 * nothing is known.
 */
export function findJsonPlaces(text: string): (path: string) => TextPlace | null {
  const offsets = new Map<string, number>();
  // A list where an object should be has its keys as numbers, and a fault may have them as names.
  const normal = (path: string) => path.replaceAll(/\[(\d+)\]/g, '.$1');
  followJson(text, (keys, offset) => offsets.set(normal(jsonPath(keys)), offset));
  return (wanted) => {
    for (let path = normal(wanted); ; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const offset = offsets.get(path);
      if (offset !== undefined) return findTextPlace(text, offset);
      if (path === '') return null;
    }
  };
}
