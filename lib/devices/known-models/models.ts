import type { KnownModel } from './types';

type Row = readonly [model: string, ...alsoKnownAs: string[]];

function models(brand: string, kind: KnownModel['class'], status: KnownModel['status'], ...rows: readonly Row[]): readonly KnownModel[] {
  return rows.map(([model, ...alsoKnownAs]) => ({
    brand,
    model,
    class: kind,
    status,
    ...(alsoKnownAs.length > 0 ? { alsoKnownAs } : {}),
  }));
}

/**
 * As of November 2026: models with a public protocol, and models for which none was found. Not finding one does not prove that there is
 * none. A model that is missing here is unknown, not refused.
 */
export const MODELS: readonly KnownModel[] = [
  ...models('Hyperice', 'percussion', 'experimental', ['Hypervolt 2']),
  ...models('Hyperice', 'percussion', 'timer-only', ['Hypervolt GO'], ['Hypervolt X']),
  ...models('Hyperice', 'compression', 'timer-only', ['Normatec', 'NormaTec']),
  ...models('Hyperice', 'thermal', 'timer-only', ['Venom']),
  ...models('Therabody', 'percussion', 'timer-only', ['Theragun'], ['TheraFace']),
  ...models('Therabody', 'compression', 'timer-only', ['RecoveryAir'], ['JetBoots']),
  ...models('Renpho', 'percussion', 'timer-only', ['massage gun']),
  ...models('Bob and Brad', 'percussion', 'timer-only', ['massage gun', 'Bob & Brad']),
  ...models('Ekrin', 'percussion', 'timer-only', ['massage gun']),
  ...models('Xiaomi', 'massage', 'timer-only', ['LeFan', 'Leravan']),
  ...models('Chirp', 'massage', 'timer-only', ['wheel', 'roller']),
  ...models('Breo', 'massage', 'timer-only', ['massager']),
  ...models('SKG', 'massage', 'timer-only', ['massager']),
  ...models('Fit King', 'compression', 'timer-only', ['boots', 'Fitking']),
  ...models('QUINEAR', 'compression', 'timer-only', ['boots']),
  ...models('Nooz', 'compression', 'timer-only', ['boots']),

  ...models('Jensen', 'massage', 'controlled', ['adjustable bed', 'JMC400', 'LinON']),
  ...models('Linak', 'massage', 'controlled', ['adjustable bed', 'DPG1M']),
  ...models('Richmat', 'massage', 'controlled', ['adjustable bed', 'WiLinke', 'QRRM', 'Nordic']),
  ...models('BedTech', 'massage', 'importable', ['adjustable bed']),
  ...models('Reverie', 'massage', 'importable', ['adjustable bed']),
  ...models('Solace', 'massage', 'importable', ['adjustable bed', 'Sealy', 'Motion']),
  ...models('Jiecang', 'massage', 'importable', ['adjustable bed', 'Glideaway', 'Dream Motion']),
  ...models('Keeson', 'massage', 'no-stop', ['adjustable bed', 'Serta', 'Ergomotion']),

  ...models('BedJet', 'thermal', 'controlled', ['BedJet 3', 'BedJet V3']),
  ...models('Sleepme', 'thermal', 'controlled', ['Ooler', 'ChiliPad', 'ChiliSleep']),
  ...models('BlockBlueLight', 'light', 'controlled', ['red light panel']),

  ...models(
    'KingSmith',
    'belt',
    'controlled',
    ['WalkingPad A1'],
    ['WalkingPad R1'],
    ['WalkingPad P1'],
    ['WalkingPad C1'],
    ['WalkingPad C2'],
  ),
  ...models('KingSmith', 'belt', 'controlled', ['WalkingPad with FTMS', 'KS-HD']),
  ...models('Sperax', 'belt', 'controlled', ['RM-01', 'RM01']),
  ...models('LifeSpan', 'belt', 'importable', ['treadmill with an Omni console', 'TR1200', 'DT7', 'Omni']),
  ...models('FTMS', 'belt', 'controlled', ['treadmill', 'Fitness Machine']),
  ...models('FTMS', 'resistance', 'controlled', ['bike', 'Fitness Machine'], ['cross trainer', 'elliptical', 'Fitness Machine']),

  ...models('Inkbird', 'thermometer', 'importable', ['IBT probe thermometer', 'iBBQ', 'bath thermometer']),

  ...models('Ice Barrel', 'bath', 'timer-only', ['ice bath']),
  ...models('The Plunge', 'bath', 'timer-only', ['cold plunge', 'Plunge']),
  ...models('Aura', 'bath', 'timer-only', ['chiller']),
  ...models('Clearlight', 'sauna', 'timer-only', ['infrared sauna']),
  ...models('HUUM', 'sauna', 'timer-only', ['sauna heater']),
  ...models('Tylö', 'sauna', 'timer-only', ['sauna heater', 'Tylo']),
  ...models('Harvia', 'sauna', 'cloud-only', ['sauna heater', 'MyHarvia']),
  ...models('TyloHelo', 'sauna', 'cloud-only', ['SaunaLogic2']),
  ...models('Backyard Discovery', 'sauna', 'cloud-only', ['sauna']),

  ...models('Compex', 'electrical', 'left-out', ['muscle stimulator', 'EMS']),
  ...models('PowerDot', 'electrical', 'left-out', ['muscle stimulator', 'EMS']),
  ...models('Omron', 'electrical', 'left-out', ['TENS']),
  ...models('Beurer', 'electrical', 'left-out', ['EM70', 'TENS', 'EMS']),
  ...models('Pulsetto', 'electrical', 'left-out', ['vagus stimulator']),
  ...models('Apollo Neuro', 'other', 'timer-only', ['wearable']),
];
