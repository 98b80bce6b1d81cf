import * as v from 'valibot';
import { findJsonPlaces, jsonPath } from '../../core/json-path';
import { findTextPlace, followJson, type JsonSyntax, type TextPlace } from '../../core/json-text';
import { draftEntries, LONGEST_NAME, MOST_OWN_STEPS, type RoutineDraft } from './own-routine';
import { findLengths, PINNABLE, STEP_LIBRARY } from './step-library';

/** A routine as a file, to share. It holds no id and no kinds of day: where it is used is for each person to say. */

export const ROUTINE_FORMAT = 'rebound-routine';
export const ROUTINE_VERSION = 1;
/** A routine of the most steps has a tenth of this, characters. */
const LONGEST_TEXT = 50_000;

const fileSchema = v.strictObject({ format: v.literal(ROUTINE_FORMAT), version: v.literal(ROUTINE_VERSION), ...draftEntries });

export type RoutineFaultCode =
  | 'not-json'
  | 'too-large'
  | 'not-a-routine'
  | 'newer-version'
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'name'
  | 'unknown-kind'
  | 'unknown-step'
  | 'unknown-dose'
  | 'wrong-minutes'
  | 'no-step'
  | 'too-many'
  | 'twice';

/** Why a file is refused. */
export interface RoutineFault {
  readonly code: RoutineFaultCode;
  /** Such as `steps[0].dose`; empty for the file as a whole. */
  readonly path: string;
  /** The names or numbers that would be right; empty where the code says it. */
  readonly allowed: readonly string[];
  /** What JSON needs there; only for `not-json`. */
  readonly syntax?: JsonSyntax;
  /** The place in the text; omitted where it has none. */
  readonly at?: TextPlace;
}

export type ParsedRoutine =
  | { readonly ok: true; readonly routine: RoutineDraft }
  | { readonly ok: false; readonly faults: readonly RoutineFault[] };

/** The most faults that are listed. */
const MOST_FAULTS = 20;

/** Parses the text of a shared routine. On refusal it lists the faults, each with its place in the text. */
export function parseRoutine(text: string): ParsedRoutine {
  if (text.length > LONGEST_TEXT) return refuse({ code: 'too-large', path: '', allowed: [] });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const broken = followJson(text);
    if (broken === null) return refuse({ code: 'not-json', path: '', allowed: [] });
    return refuse({ code: 'not-json', path: '', allowed: [], syntax: broken.expected, at: findTextPlace(text, broken.offset) });
  }
  const heading = v.safeParse(v.looseObject({ format: v.literal(ROUTINE_FORMAT), version: v.unknown() }), value);
  if (!heading.success) return refuse({ code: 'not-a-routine', path: '', allowed: [ROUTINE_FORMAT] });
  const { version } = heading.output;
  if (typeof version === 'number' && version > ROUTINE_VERSION) {
    return refuse({ code: 'newer-version', path: 'version', allowed: [String(ROUTINE_VERSION)] });
  }
  const read = v.safeParse(fileSchema, value);
  if (read.success) {
    const { name, copyOf, steps } = read.output;
    return { ok: true, routine: { name, copyOf, steps } };
  }
  const findPlace = findJsonPlaces(text);
  return refuse(
    ...read.issues.map((issue) => {
      const fault = toFault(issue);
      const at = findPlace(fault.path);
      return at === null ? fault : { ...fault, at };
    }),
  );
}

/** The text of a routine, as `parseRoutine` reads it: indented by two spaces, with a newline at the end. */
export function routineFile({ name, copyOf, steps }: RoutineDraft): string {
  return `${JSON.stringify({ format: ROUTINE_FORMAT, version: ROUTINE_VERSION, name, copyOf, steps }, null, 2)}\n`;
}

function refuse(...faults: readonly RoutineFault[]): ParsedRoutine {
  return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
}

function toFault(issue: v.BaseIssue<unknown>): RoutineFault {
  const path = jsonPath((issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))));
  const fault = (code: RoutineFaultCode, allowed: readonly string[] = []): RoutineFault => ({ code, path, allowed });
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return fault('unknown-key');
    return fault(issue.received === 'undefined' ? 'missing' : 'wrong-type');
  }
  const step = findStep(issue);
  switch (issue.message) {
    case 'name':
      return fault('name', [String(LONGEST_NAME)]);
    case 'copyOf':
      return fault('unknown-kind', PINNABLE);
    case 'step':
      return fault('unknown-step', [...STEP_LIBRARY.keys()]);
    case 'dose':
      return fault(
        'unknown-dose',
        step?.doses.map(({ id }) => id),
      );
    case 'minutes': {
      const dose = step?.doses.find(({ id }) => id === findStepInput(issue)?.dose);
      return fault('wrong-minutes', dose === undefined ? [] : findLengths(dose).map(String));
    }
    case 'none':
      return fault('no-step');
    case 'many':
      return fault('too-many', [String(MOST_OWN_STEPS)]);
    case 'twice':
      return fault('twice');
    default:
      return fault('wrong-type');
  }
}

const stepInput = v.looseObject({ step: v.string(), dose: v.optional(v.string()) });

/** The step that an issue is about, as it was given. */
function findStepInput(issue: v.BaseIssue<unknown>): v.InferOutput<typeof stepInput> | null {
  for (const { input } of [...(issue.path ?? [])].reverse()) {
    const read = v.safeParse(stepInput, input);
    if (read.success) return read.output;
  }
  return null;
}

function findStep(issue: v.BaseIssue<unknown>) {
  return STEP_LIBRARY.get(findStepInput(issue)?.step ?? '');
}
