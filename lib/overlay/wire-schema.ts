import * as v from 'valibot';
import { SITE_IDS } from '../sites/ids';
import { heartRates, pageReading } from '../views/card/schema';
import type { Hello, ToFrame } from './wire';

/** Parsers of what the script in the page says to the card's frame. */

const { activity, notFound } = pageReading.entries;
const reading = v.object({ activity, notFound });
const scheme = v.picklist(['light', 'dark']);
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const name = text(100);
const path = v.pipe(v.array(v.union([name, v.pipe(v.tupleWithRest([name], name), v.maxLength(5))])), v.maxLength(12));

const hello = v.object({
  token: text(64),
  scheme,
  site: v.picklist(SITE_IDS),
  where: text(300),
  pageKey: text(600),
  page: v.picklist(['activity', 'overview']),
  pageData: v.record(name, v.pipe(v.array(path), v.maxLength(12))),
});

const { id, times, zones } = heartRates.entries;
const toFrame = v.variant('kind', [
  v.object({ kind: v.literal('here') }),
  v.object({ kind: v.literal('reading'), reading }),
  v.object({ kind: v.literal('scheme'), scheme }),
  v.object({ kind: v.literal('heart-rates'), heard: v.object({ id, times, zones }) }),
  v.object({ kind: v.literal('report'), text: text(100_000) }),
  v.object({ kind: v.literal('masked'), masked: v.boolean() }),
  v.object({ kind: v.literal('escape') }),
]);

/** What the fragment of the frame's address says; null for anything that is not of this version's script. */
export function parseHello(fragment: string): Hello | null {
  try {
    const parsed = v.safeParse(hello, JSON.parse(decodeURIComponent(fragment.replace(/^#/, ''))));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** A message of the script in the page; null for anything else. */
export function parseToFrame(message: unknown): ToFrame | null {
  const parsed = v.safeParse(toFrame, message);
  return parsed.success ? parsed.output : null;
}
