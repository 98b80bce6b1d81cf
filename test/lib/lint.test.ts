import { expect, it } from 'vitest';
import { lint } from '../rooms/lint';

const IMPURE = [
  'fetch(url)',
  'Math.random()',
  `[1].map(Math.random)`,
  'Date.now()',
  'new Date()',
  'Date()',
  'crypto.randomUUID()',
  'performance.now()',
  'globalThis.fetch',
];
const FORBIDDEN_IMPORTS = [
  'dexie',
  'preact/hooks',
  'wxt/browser',
  'node:fs',
  '../../core/clock',
  '../../../storage',
  '../../storage/checks',
  '../../inputs/days',
  '../../i18n/words/readiness-words',
  '../../hrv/analyse',
  '../../../readiness/baseline',
  '../../catalogue/screening/rules',
  '../../bluetooth/strap',
  '../../bluetooth/services/heart-rate/decode',
];
const ALLOWED_IMPORTS = [
  'valibot',
  './clocks',
  '../describe',
  '../../core/day',
  '../../readiness',
  '../../../hrv',
  '../../catalogue/screening',
  '../../bluetooth/uuid',
  '../../bluetooth/services/heart-rate',
];
const ROOMS = [
  'core',
  'hrv',
  'recording',
  'training',
  'readiness',
  'trends',
  'catalogue',
  'planner',
  'sites',
  'exchange',
  'simulated',
  'bluetooth/services',
];

it('lint fails for chance, a clock, the network or an impure import in a pure room, at any depth', () => {
  const name = (kind: string, index: number) => `lib/planner/rules/${kind}-${index}.ts`;
  const list = (kind: string, texts: readonly string[]) => texts.map((text, index) => [name(kind, index), text] as const);
  const broken = [
    ...list(
      'use',
      IMPURE.map((use) => `declare const url: string;\nexport const a = ${use};\nexport const b = url;\n`),
    ),
    ...list(
      'import',
      FORBIDDEN_IMPORTS.map((from) => `import { a } from '${from}';\n\nexport const b = a;\n`),
    ),
    ...ROOMS.map((room) => [`lib/${room}/deep/deeper/a.ts`, 'export const a = Math.random();\n'] as const),
  ];
  const sound = [
    ...list(
      'allowed',
      ALLOWED_IMPORTS.map((from) => `import { a } from '${from}';\n\nexport const b = a;\n`),
    ),
    ['lib/planner/rules/dates.ts', 'export const a = [new Date(0), Date.UTC(2020, 1), Math.max(1, 2)];\n'] as const,
    ['lib/core/clock.ts', 'export const now = () => Date.now();\n'] as const,
    ['lib/check/a.ts', 'export const a = () => Math.random();\n'] as const,
  ];
  const found = lint(Object.fromEntries([...broken, ...sound]));
  const rules = /noRestrictedImports|noRestrictedGlobals|^plugin/;
  const failed = [...found].filter(([, categories]) => categories.some((category) => rules.test(category))).map(([path]) => path);
  expect(failed.sort()).toEqual(broken.map(([path]) => path).sort());
});
