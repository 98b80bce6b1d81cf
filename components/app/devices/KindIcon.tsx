import { Bike, Dumbbell, Footprints, Gauge, HeartPulse, Thermometer, Waves, Weight } from 'lucide-preact';
import type { DeviceKind } from '../../../lib/storage';

const ICONS = {
  strap: HeartPulse,
  machine: Dumbbell,
  treadmill: Gauge,
  bike: Bike,
  'cross-trainer': Dumbbell,
  'step-climber': Footprints,
  thermometer: Thermometer,
  scale: Weight,
  recovery: Waves,
} as const;

export function KindIcon({ kind }: { kind: DeviceKind }) {
  const Icon = ICONS[kind];
  return <Icon class="kind" aria-hidden="true" />;
}
