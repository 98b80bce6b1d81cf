/** A series that several consumers can read from its start, although its source can be read only once. Keeps what was read. */
export function shared<T>(source: Iterable<T>): Iterable<T> {
  const known: T[] = [];
  const coming = source[Symbol.iterator]();
  return {
    *[Symbol.iterator]() {
      for (let read = 0; ; read++) {
        if (read === known.length) {
          const next = coming.next();
          if (next.done) return;
          known.push(next.value);
        }
        yield known[read] as T;
      }
    },
  };
}
