import { breachWords } from '../../lib/devices/conformance-words';
import { type Finding, REQUIREMENTS, type RequirementId } from '../../lib/devices/drivers/open-recovery';
import { speak } from '../../lib/i18n';
import type { PeripheralModel } from '../../lib/simulated/model';
import english from '../../public/_locales/en/messages.json';
import { BAD_DEVICES } from './bad';
import { GOOD_DEVICES } from './good';
import { runDevice } from './run-device';

export interface Row {
  readonly device: string;
  /** The rules that it breaks; empty for a good device. */
  readonly breaks: readonly RequirementId[];
  readonly failed: readonly RequirementId[];
  /** What the test saw of the first rule that it was made to break; empty when nothing failed. */
  readonly saw: string;
  /** Whether the test named exactly these rules. */
  readonly right: boolean;
  /** How long the test took, in the device's time. */
  readonly seconds: number;
}

interface Tried {
  readonly name: string;
  readonly make: () => PeripheralModel;
  readonly breaks?: readonly RequirementId[];
}

/** Runs the conformance test on every device, good and bad, whose name contains the text. */
export async function* readRows(text: string): AsyncGenerator<Row> {
  speak('en', english);
  const devices: readonly Tried[] = [...GOOD_DEVICES, ...BAD_DEVICES];
  for (const device of devices) if (device.name.includes(text)) yield await readRow(device);
}

async function readRow({ name, make, breaks = [] }: Tried): Promise<Row> {
  const { report, tookMs } = await runDevice(make());
  const failures = report.findings.filter((one): one is Extract<Finding, { outcome: 'failed' }> => one.outcome === 'failed');
  const failed = failures.map(({ id }) => id);
  const expected = REQUIREMENTS.filter((id) => breaks.includes(id));
  const first = failures.find(({ id }) => id === breaks[0]) ?? failures[0];
  return {
    device: name,
    breaks,
    failed,
    saw: first === undefined ? '' : breachWords(first.saw),
    right: failed.join() === expected.join() && (breaks.length > 0 || report.ended === 'complete'),
    seconds: tookMs / 1000,
  };
}
