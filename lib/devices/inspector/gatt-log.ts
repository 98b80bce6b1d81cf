import { signal } from '@preact/signals';
import { shortUuid } from './uuid-input';

export const LOG_LINES = 5000;

export interface LogLine {
  /** Increases over the lifetime of the log. */
  readonly number: number;
  readonly atMs: number;
  /** `error` holds the fault's code in `text`. */
  readonly what: 'read' | 'notified' | 'wrote' | 'subscribed' | 'unsubscribed' | 'error' | 'connected' | 'lost' | 'closed';
  /** UUID; null for events of the link as a whole. */
  readonly characteristic: string | null;
  readonly hex: string;
  /** The decoded value, where there is a decoder. */
  readonly text: string | null;
}

/** The events on a link, oldest first. Keeps the last 5,000 lines. */
export class GattLog {
  /** Index of the oldest line once the log is full. */
  #first = 0;
  #lines: LogLine[] = [];
  readonly #count = signal(0);

  /** Number of lines ever logged. Views that read it follow the log. */
  get count(): number {
    return this.#count.value;
  }

  add(line: Omit<LogLine, 'number'>): void {
    const numbered = { ...line, number: this.#count.peek() + 1 };
    if (this.#lines.length < LOG_LINES) this.#lines.push(numbered);
    else {
      this.#lines[this.#first] = numbered;
      this.#first = (this.#first + 1) % LOG_LINES;
    }
    this.#count.value = numbered.number;
  }

  clear(): void {
    this.#lines = [];
    this.#first = 0;
    this.#count.value = 0;
  }

  lines(): readonly LogLine[] {
    return [...this.#lines.slice(this.#first), ...this.#lines.slice(0, this.#first)];
  }

  /** The newest lines, newest first. */
  newest(limit: number): readonly LogLine[] {
    const size = this.#lines.length;
    return Array.from({ length: Math.min(limit, size) }, (_, i) => this.#lines[(this.#first + size - 1 - i) % size]).filter(
      (line) => line !== undefined,
    );
  }

  /** Tab-separated: time (UTC), characteristic, event, hex, decoded. */
  text(): string {
    const rows = this.lines().map(({ atMs, characteristic, what, hex, text }) =>
      [new Date(atMs).toISOString(), characteristic === null ? '' : shortUuid(characteristic), what, hex, text ?? ''].join('\t'),
    );
    return `${['time', 'characteristic', 'event', 'hex', 'decoded'].join('\t')}\n${rows.map((row) => `${row}\n`).join('')}`;
  }
}
