import { aList, at, json } from '../parse/untrusted';

/** A thing of schema.org by the names of its properties; `spoken`: its texts are those that people see. */
export type Thing = Readonly<Record<string, unknown>>;

/** schema.org's `ExerciseAction`, and what sites write in its place. */
const EXERCISE = /^(?:https?:\/\/schema\.org\/|schema:)?(ExerciseAction|SportsActivity|ExerciseActivity|PhysicalActivity|Workout)$/;
const isExercise = (type: unknown) => (aList(type) ?? [type]).some((one) => typeof one === 'string' && EXERCISE.test(one.trim()));

/** Where JSON-LD puts what a page is about; what could be done on it stands elsewhere. */
const WITHIN = ['@graph', 'mainEntity', 'mainEntityOfPage', 'about', 'hasPart', 'itemListElement', 'item'];
const DEEPEST = 6;

function* described(value: unknown, depth = 0): Generator<Thing> {
  if (depth > DEEPEST) return;
  for (const one of aList(value) ?? [value]) {
    if (typeof one !== 'object' || one === null) continue;
    if (isExercise(at(one, '@type'))) yield one as Thing;
    else for (const key of WITHIN) yield* described(at(one, key), depth + 1);
  }
}

/** The names that markup gives to a thing's type and properties: microdata's, and RDFa Lite's. */
const DIALECTS = [
  { type: 'itemtype', property: 'itemprop', scope: '[itemscope]' },
  { type: 'typeof', property: 'property', scope: '[typeof]' },
] as const;
type Dialect = (typeof DIALECTS)[number];

/** A machine's form of a value, written as JSON-LD writes it, before the text that people see. */
function valueOfElement(element: Element): unknown {
  const form = ['content', 'datetime', 'value', 'href'].map((name) => element.getAttribute(name)).find((one) => one !== null);
  return form === undefined ? (element.textContent ?? '').trim() : { '@value': form };
}

function marked(scope: Element, dialect: Dialect, depth = 0): Thing {
  const found: Record<string, unknown> = { spoken: true };
  for (const element of scope.querySelectorAll(`[${dialect.property}]`)) {
    if (element.parentElement?.closest(dialect.scope) !== scope) continue;
    const inner = element.matches(dialect.scope) && depth < DEEPEST;
    const value = inner ? marked(element, dialect, depth + 1) : valueOfElement(element);
    for (const name of (element.getAttribute(dialect.property) ?? '').split(/\s+/)) {
      const key = name.replace(/^schema:/, '');
      found[key] = key in found ? [found[key], value].flat() : value;
    }
  }
  return found;
}

/** Every exercise that the page describes, done or not. */
export function findExercises(document: Document): readonly Thing[] {
  const written = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => [
    ...described(json(script.textContent)),
  ]);
  const shown = DIALECTS.flatMap((dialect) =>
    [...document.querySelectorAll(`[${dialect.type}]`)]
      .filter((element) => isExercise(element.getAttribute(dialect.type)?.split(/\s+/)))
      .map((element) => marked(element, dialect)),
  );
  return written.length > 0 ? written : shown;
}
