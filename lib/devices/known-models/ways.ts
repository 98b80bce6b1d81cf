import type { DriverKind } from '../driver';
import { fitnessKinds } from '../drivers/ftms';
import { choosePairable, type Pairable } from '../links/pairable';
import { type AnyKind, isSensorKind } from '../sensor';
import type { KnownModel } from './index';

/** How to connect to a model: with the kind for it, or as a fitness machine, which reports its own kind. */
export interface Way {
  readonly kind: AnyKind;
  readonly pairAs: Pairable;
}

/** The row for machines of any maker that implement the standard. */
const STANDARD = 'FTMS';

/** A model with another status gets no way, even when another model of its maker does. */
const DRIVEN: ReadonlySet<KnownModel['status']> = new Set(['controlled', 'experimental', 'importable']);

/** The kinds that fit a model: by maker and class, and by whether it speaks FTMS. */
export function findWays({ brand, model, class: what, status }: KnownModel, kinds: readonly AnyKind[]): readonly Way[] {
  if (!DRIVEN.has(status)) return [];
  const speaksFtms = brand === STANDARD || /\bFTMS\b/.test(model);
  return kinds
    .filter((kind) => findClass(kind) === what && isUsable(kind) && isFitness(kind) === speaksFtms)
    .filter((kind) => (brand === STANDARD ? isForm(kind, model) : kind.makers.some((maker) => alike(maker, brand))))
    .map((kind) => ({ kind, pairAs: speaksFtms ? 'machine' : choosePairable(kind) }));
}

function findClass(kind: AnyKind): KnownModel['class'] {
  return isSensorKind(kind) ? kind.measures : kind.capabilities.class;
}

/** A sensor needs no stop. */
export function isUsable(kind: AnyKind): boolean {
  return isSensorKind(kind) || kind.disabled === null;
}

/** The keys of `simulatedByKind`, repeated here so that the simulated devices are fetched only when one is tried out. */
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
  'jiecang-bed',
  'lifespan-console',
  'open-recovery-compression',
  'open-recovery-massage',
  'ftms-treadmill',
  'ftms-bike',
  'ftms-cross-trainer',
  'kingsmith-ftms',
  'citysports-treadmill',
]);

/** Whether the user can try out a simulated device of this kind. */
export function canTryOut(kind: AnyKind): kind is DriverKind {
  return SIMULATED.has(kind.id) && !isSensorKind(kind) && kind.disabled === null;
}

/** The kinds that the user picks before the chooser opens. Fitness machines are left out: they report their own kind. */
export function drivenAlone(kinds: readonly AnyKind[]): readonly AnyKind[] {
  return kinds.filter((kind) => !isFitness(kind) && isUsable(kind)).toSorted((a, b) => a.name.localeCompare(b.name));
}

function isFitness({ id }: AnyKind): boolean {
  return fitnessKinds.some((kind) => kind.id === id);
}

function isForm(kind: AnyKind, model: string): boolean {
  return kind.makers.length === 0 && kind.id === `ftms-${model.replaceAll(' ', '-')}`;
}

function alike(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
}
