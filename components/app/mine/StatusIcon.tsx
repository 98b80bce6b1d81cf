import { CircleCheck, CircleHelp, Cloud, FileInput, FlaskConical, OctagonX, Timer } from 'lucide-preact';
import type { KnownModel } from '../../../lib/devices/known-models';

const ICONS = {
  controlled: CircleCheck,
  experimental: FlaskConical,
  importable: FileInput,
  'no-stop': OctagonX,
  'timer-only': Timer,
  'cloud-only': Cloud,
  'left-out': CircleHelp,
} as const;

export function StatusIcon({ status }: { readonly status: KnownModel['status'] }) {
  const Icon = ICONS[status];
  return <Icon size={16} aria-hidden="true" />;
}
