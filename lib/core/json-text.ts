/** What JSON needs at a place. */
export type JsonSyntax = 'value' | 'key' | 'colon' | 'comma-or-brace' | 'comma-or-bracket' | 'end' | 'quote' | 'escape';

/** Both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where a text stops being JSON, and what JSON needs there. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: JsonSyntax;
}

/** Nested deeper than any file of ours; deeper text is not followed. */
const DEEPEST_TEXT = 64;

/**
 * Follows a text as JSON (RFC 8259). Returns the first fault, or null when there is none or the text is nested too deep to follow. `found`
 * hears the keys that lead to each value, and where the value begins.
 */
export function followJson(text: string, found: (keys: readonly (string | number)[], offset: number) => void = () => {}): JsonFault | null {
  try {
    new Follower(text, found).follow();
    return null;
  } catch (error) {
    if (error instanceof Stopped) return error.fault;
    throw error;
  }
}

/** The line and column of an offset, both from 1. */
export function findTextPlace(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

class Stopped extends Error {
  readonly fault: JsonFault | null;

  constructor(fault: JsonFault | null) {
    super('stopped');
    this.fault = fault;
  }
}

const SPACE = /[ \t\r\n]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** A string without its end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows no control character in a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

/** Keeps the place in the text. */
class Follower {
  readonly #text: string;
  readonly #found: (keys: readonly (string | number)[], offset: number) => void;
  #at = 0;

  constructor(text: string, found: (keys: readonly (string | number)[], offset: number) => void) {
    this.#text = text;
    this.#found = found;
  }

  follow(): void {
    this.#value([]);
    this.#space();
    if (this.#at < this.#text.length) this.#stop('end');
  }

  #value(keys: readonly (string | number)[]): void {
    this.#space();
    if (keys.length > DEEPEST_TEXT) throw new Stopped(null);
    this.#found(keys, this.#at);
    const next = this.#text[this.#at];
    if (next === '{') this.#members('}', 'comma-or-brace', () => this.#member(keys));
    else if (next === '[') this.#elements(keys);
    else if (next === '"') this.#string();
    else if (this.#take(LITERAL) === null) this.#stop('value');
  }

  #member(keys: readonly (string | number)[]): void {
    if (this.#text[this.#at] !== '"') this.#stop('key');
    const key = this.#string();
    this.#space();
    if (this.#text[this.#at] !== ':') this.#stop('colon');
    this.#at++;
    this.#value([...keys, key]);
  }

  #elements(keys: readonly (string | number)[]): void {
    let index = 0;
    this.#members(']', 'comma-or-bracket', () => this.#value([...keys, index++]));
  }

  /** What stands between two brackets, separated by commas. */
  #members(end: '}' | ']', expected: JsonSyntax, one: () => void): void {
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === end) {
      this.#at++;
      return;
    }
    for (;;) {
      one();
      this.#space();
      const next = this.#text[this.#at];
      if (next !== end && next !== ',') this.#stop(expected);
      this.#at++;
      if (next === end) return;
      this.#space();
    }
  }

  #string(): string {
    const begun = this.#take(STRING) ?? '';
    const next = this.#text[this.#at];
    if (next === '\\') this.#stop('escape');
    if (next !== '"') this.#stop('quote');
    this.#at++;
    return JSON.parse(`${begun}"`) as string;
  }

  #space(): void {
    this.#take(SPACE);
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  #stop(expected: JsonSyntax): never {
    throw new Stopped({ offset: this.#at, expected });
  }
}
