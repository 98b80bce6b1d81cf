import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONTRIBUTORS, RULES } from '../../../lib/readiness/types';

const DOCS = readFileSync(join(import.meta.dirname, '../../../docs/readiness.md'), 'utf8');

it('the rules are those that docs/readiness.md names, each once', () => {
  const [, section = ''] = /## The rules([\s\S]*?)\n## /.exec(DOCS) ?? [];
  const named = [...section.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, name]) => name);
  expect([...RULES].sort()).toEqual([...new Set(named)].sort());
});

it('the contributors are HRV and its trend, the heart rate, the five answers, illness, injury and load', () => {
  const answers = ['sleep', 'soreness', 'energy', 'mood', 'stress'];
  expect([...CONTRIBUTORS].sort()).toEqual(['hrv', 'hrv-trend', 'resting-hr', ...answers, 'illness', 'injury', 'load'].sort());
});
