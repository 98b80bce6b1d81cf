import type { Link } from '../../../bluetooth/link';
import { type OpenRecoveryClass, openRecoveryServices, openRecoveryUuids } from '../../../bluetooth/services/open-recovery';
import type { GattService } from '../../../bluetooth/transport';
import type { Clock } from '../../../core/clock';
import { characteristicIn } from '../found';
import { type Described, describeZones } from './capabilities';
import { Probe } from './probe';
import { type Finding, Report } from './report';
import { trial } from './trial';

export interface ConformanceParts {
  readonly link: Link;
  readonly clock: Clock;
}

/**
 * Tests a connected device against the profile, at its lowest level and with nobody in it. It takes about two minutes and reports every
 * requirement once, in the order of `REQUIREMENTS`. It always ends with a stop. It starts nothing on a device that accepted a level outside
 * its range or moved before it was started, and skips what depends on a start. Throws `BluetoothFault` when the link is lost, and the
 * signal's reason.
 */
export async function runConformance({ link, clock }: ConformanceParts, signal: AbortSignal): Promise<readonly Finding[]> {
  signal.throwIfAborted();
  const report = new Report();
  const found = await serviceIn(link);
  if (found === null) {
    report.note('D-1', false, 'none of the services');
    return report.findings();
  }
  const is = await checkDescription(link, found.service, found.kind, report);
  if (is === null) return report.findings();
  const probe = new Probe(link, found.service, clock, signal);
  await probe.listen();
  try {
    await trial(probe, is, report);
  } finally {
    await probe.stopAnyway();
  }
  report.note('C-1', probe.unanswered === 0, `${probe.unanswered} writes without an answer`);
  return report.findings();
}

async function serviceIn(link: Link): Promise<{ readonly service: GattService; readonly kind: OpenRecoveryClass } | null> {
  for (const kind of ['massage', 'percussion', 'compression'] as const) {
    const service = await link.service(openRecoveryServices[kind]);
    if (service !== null) return { service, kind };
  }
  return null;
}

async function checkDescription(link: Link, service: GattService, kind: OpenRecoveryClass, report: Report): Promise<Described | null> {
  const missing = Object.entries(openRecoveryUuids).filter(([, uuid]) => characteristicIn(service, uuid) === null);
  if (!report.note('D-1', missing.length === 0, `missing: ${missing.map(([key]) => key).join(', ') || 'nothing'}`)) return null;
  try {
    const is = await describeZones(link, service, kind);
    report.note('D-2', true, `${is.zones.length} zones`);
    const { programmes } = is.feature;
    report.note('D-3', is.programmes.length === programmes, `${is.programmes.length} of ${programmes} programmes`);
    return is;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DriverFault') throw error;
    report.note('D-2', false, error.message);
    return null;
  }
}
