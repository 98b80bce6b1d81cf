import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODELS, modelWords, searchModels } from '../../../../lib/devices/known-models';
import english from '../../../../public/_locales/en/messages.json';

const found = (query: string) => searchModels(query).map(({ brand, model, status }) => `${brand} ${model}: ${status}`);

describe('will mine work?', () => {
  it.each([
    ['theragun', 'Therabody Theragun: timer-only'],
    ['Normatec', 'Hyperice Normatec: timer-only'],
    ['hypervolt 2', 'Hyperice Hypervolt 2: experimental'],
    ['bedjet', 'BedJet BedJet 3: controlled'],
    ['tylo', 'Tylö sauna heater: timer-only'],
    ['TYLÖ', 'Tylö sauna heater: timer-only'],
    ['serta', 'Keeson adjustable bed: no-stop'],
    ['walkingpad c2', 'KingSmith WalkingPad C2: controlled'],
    ['chilipad', 'Sleepme Ooler: controlled'],
    ['rm01', 'Sperax RM-01: controlled'],
    ['compex', 'Compex muscle stimulator: left-out'],
    ['harvia', 'Harvia sauna heater: cloud-only'],
  ])('%s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  it('finds nothing for an empty query or an unknown model', () => {
    expect([found(''), found('  -- '), found('acme turbo 9000')]).toEqual([[], [], []]);
  });

  // A search found no public protocol for these.
  it('calls no model controlled that has no public protocol', () => {
    for (const name of [
      'Theragun',
      'RecoveryAir',
      'JetBoots',
      'Normatec',
      'Venom',
      'Hypervolt GO',
      'Renpho',
      'Ekrin',
      'Chirp',
      'Fit King',
    ]) {
      expect(
        searchModels(name).map(({ status }) => status),
        name,
      ).toEqual(['timer-only']);
    }
    expect(MODELS.filter((model) => model.class === 'compression').map(({ status }) => status)).not.toContain('controlled');
  });

  it('has a text for every status', () => {
    for (const status of [...new Set(MODELS.map((model) => model.status)), 'unknown' as const]) {
      expect(english[modelWords(status)].message).not.toBe('');
    }
  });

  it('property: any query gives a result, and every model is found by its own name', () => {
    fc.assert(fc.property(fc.string(), (query) => searchModels(query, 5).length <= 5));
    fc.assert(
      fc.property(fc.constantFrom(...MODELS), (model) => {
        expect(searchModels(`${model.brand} ${model.model}`, 50)).toContain(model);
      }),
    );
  });
});
