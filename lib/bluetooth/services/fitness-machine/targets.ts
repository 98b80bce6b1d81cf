import { field } from './field';

/** Numbers of the control point that the machine status repeats, with the same limits as in the data that machines send. */
export const target = {
  speed: field('speedKmh', 'u16', { per: 100, max: 200 }),
  incline: field('inclinePct', 's16', { per: 10, min: -100, max: 100 }),
  /** The text has one byte, many trainers use a word; in units of 0.1 in both. */
  resistance: field('level', 's16', { per: 10 }),
  resistanceByte: field('level', 'u8', { per: 10 }),
  power: field('powerW', 's16', { min: -5000, max: 5000 }),
  heartRate: field('hrBpm', 'u8'),
  energy: field('energyKcal', 'u16'),
  steps: field('steps', 'u16'),
  strides: field('strides', 'u16'),
  distance: field('distanceM', 'u24'),
  time: field('timeS', 'u16'),
  twoZones: [field('fatBurnS', 'u16'), field('fitnessS', 'u16')],
  threeZones: [field('lightS', 'u16'), field('moderateS', 'u16'), field('hardS', 'u16')],
  fiveZones: [
    field('veryLightS', 'u16'),
    field('lightS', 'u16'),
    field('moderateS', 'u16'),
    field('hardS', 'u16'),
    field('maximumS', 'u16'),
  ],
  simulation: [
    field('windMps', 's16', { per: 1000 }),
    field('gradePct', 's16', { per: 100 }),
    field('rollingResistance', 'u8', { per: 10_000 }),
    field('windResistance', 'u8', { per: 100 }),
  ],
  wheel: field('circumferenceMm', 'u16', { per: 10 }),
  cadence: field('cadenceRpm', 'u16', { per: 2, max: 400 }),
} as const;
