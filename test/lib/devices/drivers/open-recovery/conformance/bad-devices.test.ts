import { describe, expect, it } from 'vitest';
import { REQUIREMENTS } from '../../../../../../lib/devices/drivers/open-recovery';
import { BAD_DEVICES } from '../../../../../conformance/bad';
import { runDevice } from '../../../../../conformance/run-device';
import { findUnsafeStart } from '../../../../../conformance/unsafe-start';

describe('a device that', () => {
  it.each(BAD_DEVICES)('$name breaks $breaks', async ({ make, breaks }) => {
    const { report, written } = await runDevice(make());
    const failed = report.findings.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    expect(failed).toEqual(REQUIREMENTS.filter((id) => breaks.includes(id)));
    expect(findUnsafeStart(written)).toBeNull();
    if (failed.includes('D-1') || failed.includes('D-2')) expect(written).toEqual([]);
    else expect(written.at(-1)?.hex).toBe('07');
    if (failed.includes('C-6') || failed.includes('C-7')) expect(report.findings.find(({ id }) => id === 'S-2')?.outcome).toBe('skipped');
  });
});

it('each rule has a device that breaks it', () => {
  const broken = new Set(BAD_DEVICES.map(({ breaks: [first] }) => first));
  expect(REQUIREMENTS.filter((id) => !broken.has(id))).toEqual([]);
});

it('each bad device has a name of its own', () => {
  expect(new Set(BAD_DEVICES.map(({ name }) => name)).size).toBe(BAD_DEVICES.length);
});
