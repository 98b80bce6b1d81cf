import { aList, at, json } from '../parse/untrusted';

/** A schema.org thing, by property name. `spoken`: its texts are the ones that people see. */
export type Thing = Readonly<Record<string, unknown>>;

/** schema.org's `ExerciseAction`, and the types that sites use instead. */
const EXERCISE = /^(?:https?:\/\/schema\.org\/|schema:)?(ExerciseAction|SportsActivity|ExerciseActivity|PhysicalActivity|Workout)$/;
const isExercise = (type: unknown) => (aList(type) ?? [type]).some((one) => typeof one === 'string' && EXERCISE.test(one.trim()));

/** Properties where JSON-LD holds the main content of a page. Actions that a visitor could take are in other properties. */
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

/** The attributes that give a thing's type and properties in microdata and in RDFa Lite. */
const DIALECTS = [
  { type: 'itemtype', property: 'itemprop', scope: '[itemscope]' },
  { type: 'typeof', property: 'property', scope: '[typeof]' },
] as const;
type Dialect = (typeof DIALECTS)[number];

/** The machine-readable value, as JSON-LD would write it, in preference to the text that people see. */
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

/** Every exercise that the page describes, whether or not it took place. */
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
