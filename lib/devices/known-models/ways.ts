import type { DriverKind } from '../driver';
import { fitnessKinds } from '../drivers/ftms';
import type { KnownModel } from './index';

/** How a model is reached: by the kind that drives it, or as a fitness machine, which says itself what it is. */
export interface Way {
  readonly kind: DriverKind;
  readonly pairAs: 'recovery' | 'machine';
}

/** The maker's row of machines that speak the standard, and nobody's in particular. */
const STANDARD = 'FTMS';

/** What is not driven has no way: another model of the same maker may be. */
const DRIVEN: ReadonlySet<KnownModel['status']> = new Set(['controlled', 'experimental', 'importable']);

/** The kinds that a model may be, of those there are: by maker and class, and by whether it is one of those that speak FTMS. */
export function findWays({ brand, model, class: what, status }: KnownModel, kinds: readonly DriverKind[]): readonly Way[] {
  if (!DRIVEN.has(status)) return [];
  const speaksFtms = brand === STANDARD || /\bFTMS\b/.test(model);
  return kinds
    .filter((kind) => kind.capabilities.class === what && kind.disabled === null && isFitness(kind) === speaksFtms)
    .filter((kind) => (brand === STANDARD ? isForm(kind, model) : kind.makers.some((maker) => alike(maker, brand))))
    .map((kind) => ({ kind, pairAs: speaksFtms ? 'machine' : 'recovery' }));
}

/** The keys of `simulatedByKind`, whose code comes into the page only when one is tried out. */
const SIMULATED: ReadonlySet<string> = new Set([
  'jensen-bed',
  'linak-bed',
  'richmat-wilinke-bed',
  'richmat-nordic-bed',
  'bedjet-3',
  'ooler',
  'blockbluelight-panel',
  'kingsmith-walkingpad',
  'sperax-rm01',
  'bedtech-bed',
  'reverie-bed',
  'solace-bed',
  'keeson-bed',
  'open-recovery-compression',
  'open-recovery-massage',
  'ftms-treadmill',
  'ftms-bike',
  'ftms-cross-trainer',
  'kingsmith-ftms',
  'citysports-treadmill',
]);

/** Whether there is a simulated one of this kind to try out. */
export function canTryOut({ id, disabled }: DriverKind): boolean {
  return SIMULATED.has(id) && disabled === null;
}

/** The kinds that are picked before the chooser; a fitness machine says itself what it is. */
export function drivenAlone(kinds: readonly DriverKind[]): readonly DriverKind[] {
  return kinds.filter((kind) => !isFitness(kind) && kind.disabled === null).toSorted((a, b) => a.name.localeCompare(b.name));
}

function isFitness({ id }: DriverKind): boolean {
  return fitnessKinds.some((kind) => kind.id === id);
}

function isForm(kind: DriverKind, model: string): boolean {
  return kind.makers.length === 0 && kind.id === `ftms-${model.replaceAll(' ', '-')}`;
}

function alike(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
}
