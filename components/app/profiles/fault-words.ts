import type { Expected, ProfileFault, ProfileFaultCode } from '../../../lib/devices/profile';
import { type MessageKey, number, plural, t } from '../../../lib/i18n';

const FAULTS: Readonly<Record<ProfileFaultCode, MessageKey>> = {
  'not-json': 'faultNotJson',
  'too-large': 'faultTooLarge',
  'too-deep': 'faultTooDeep',
  'not-a-profile': 'faultNotProfile',
  'newer-version': 'faultNewerVersion',
  missing: 'faultMissing',
  'unknown-key': 'faultUnknownKey',
  'wrong-type': 'faultWrongType',
  'wrong-form': 'faultWrongForm',
  'out-of-range': 'faultRange',
  duplicate: 'faultDuplicate',
  'matches-nothing': 'faultMatchesNothing',
  'forbidden-service': 'faultForbiddenService',
  'unknown-characteristic': 'faultUnknownCharacteristic',
  'unknown-frame': 'faultUnknownFrame',
  'unknown-zone': 'faultUnknownZone',
  'unknown-programme': 'faultUnknownProgramme',
  'unknown-value': 'faultUnknownValue',
  'not-writable': 'faultNotWritable',
  'not-for-this-control': 'faultNotForControl',
  'value-not-used': 'faultValueNotUsed',
  'value-not-allowed-here': 'faultValueNotAllowed',
  'writes-nothing': 'faultWritesNothing',
  'does-not-fit': 'faultDoesNotFit',
  'above-ceiling': 'faultAboveCeiling',
  'too-long': 'faultTooLong',
  'command-frame-in-set-up': 'faultCommandInSetUp',
  'stop-commands': 'faultStopCommands',
  'timer-not-set-at-start': 'faultTimerNotSet',
  'timer-not-exact': 'faultTimerNotExact',
  'hidden-level': 'faultHiddenLevel',
  'not-for-this-class': 'faultNotForClass',
  'measures-nothing': 'faultMeasuresNothing',
  'unknown-scale': 'faultUnknownScale',
  'no-answer': 'faultNoAnswer',
  'question-not-asked': 'faultQuestionNotAsked',
};

const TYPES: Readonly<Record<Extract<Expected, { kind: 'type' }>['type'], MessageKey>> = {
  text: 'expectText',
  number: 'expectNumber',
  'whole-number': 'expectWholeNumber',
  'true-or-false': 'expectTrueOrFalse',
  list: 'expectList',
  object: 'expectObject',
};

const FORMS: Readonly<Record<Extract<Expected, { kind: 'form' }>['form'], MessageKey>> = {
  id: 'expectId',
  name: 'expectName',
  note: 'expectNote',
  uuid: 'expectUuid',
  hex: 'expectHex',
  pattern: 'expectPattern',
  digits: 'expectDigits',
  'text-part': 'expectTextPart',
  value: 'expectValue',
  field: 'expectField',
  part: 'expectPart',
};

const SYNTAX: Readonly<Record<Extract<Expected, { kind: 'syntax' }>['syntax'], MessageKey>> = {
  value: 'expectJsonValue',
  key: 'expectJsonKey',
  colon: 'expectJsonColon',
  'comma-or-brace': 'expectJsonBrace',
  'comma-or-bracket': 'expectJsonBracket',
  end: 'expectJsonEnd',
  quote: 'expectJsonQuote',
  escape: 'expectJsonEscape',
};

/** What is wrong at the place of the fault: "names a frame that is not defined." */
export function profileFaultWords({ code }: Pick<ProfileFault, 'code'>): string {
  return t(FAULTS[code]);
}

/** What would be right there, and what is there; empty when the fault itself says it. */
export function expectedWords({ expected, found }: Pick<ProfileFault, 'expected' | 'found'>): string {
  const parts = [expected === undefined ? null : toWords(expected), found === undefined ? null : t('faultFound', found)];
  return parts.filter((part) => part !== null).join(' ');
}

/** "Line 12, column 5:"; null for a profile that was not read from a text. */
export function faultPlaceWords({ at }: Pick<ProfileFault, 'at'>): string | null {
  return at === undefined ? null : t('faultAt', number(at.line), number(at.column));
}

function toWords(expected: Expected): string {
  switch (expected.kind) {
    case 'one-of':
      return expected.values.length === 0 ? t('expectNoneDefined') : t('expectOneOf', expected.values.join(t('listComma')));
    case 'at-least':
      return t('expectAtLeast', limit(expected.limit));
    case 'at-most':
      return t('expectAtMost', limit(expected.limit));
    case 'count-at-least':
      return plural('expectCountAtLeast', expected.limit);
    case 'count-at-most':
      return plural('expectCountAtMost', expected.limit);
    case 'type':
      return t(TYPES[expected.type]);
    case 'form':
      return t(FORMS[expected.form]);
    case 'syntax':
      return t(SYNTAX[expected.syntax]);
  }
}

/** A number as it is written in JSON, so that it can be copied. */
function limit(value: number): string {
  return String(value);
}
