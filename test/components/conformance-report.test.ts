import { beforeEach, expect, it } from 'vitest';
import { partWords, reportText, requirementWords, resultWords, skipWords } from '../../components/app/devices/conformance-words';
import { CONFORMANCE_STEPS, REQUIREMENTS } from '../../lib/devices/drivers/open-recovery';
import { BAD_DEVICES } from '../conformance/bad';
import { GOOD_DEVICES } from '../conformance/good';
import { runDevice } from '../conformance/run-device';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish());

const tested = async (
  devices: readonly { readonly name: string; readonly make: () => Parameters<typeof runDevice>[0] }[],
  name: string,
) => {
  const device = devices.find((one) => one.name === name) ?? expect.fail(name);
  return (await runDevice(device.make())).report;
};

it('the copied report has each rule once, what broke it, and the bytes', async () => {
  const text = reportText('My boots', await tested(BAD_DEVICES, 'has a watchdog of 4 s'));
  const lines = text.split('\n');
  expect(lines[0]).toBe('Conformance of My boots to the Open Recovery Profile 1.1');
  for (const id of REQUIREMENTS) expect(lines.filter((line) => line.split(' ')[1] === id)).toHaveLength(1);
  const at = lines.findIndex((line) => line.startsWith('✗ D-2'));
  expect(lines.slice(at + 1, at + 3)).toEqual([
    '    Feature, byte 5: 4. Allowed: 5 to 60.',
    '    Bytes: 01 01 03 02 02 04 0a 00 84 03 03 00 d0 07 00 00',
  ]);
  expect(text).toContain('It breaks one rule of the Open Recovery Profile.');
});

it('a good device is called so, with its version and numbers', async () => {
  const report = await tested(GOOD_DEVICES, 'a gun from the document, without pause and programmes');
  expect(resultWords(report)).toBe('It follows the Open Recovery Profile 1.1.');
  expect(reportText('Gun', report)).toContain(
    'Class percussion, version 1.1, zones: 1, watchdog: 6 s, timer: 5 to 600 s, time to rest: 500 ms',
  );
  expect(resultWords(await tested(GOOD_DEVICES, 'boots of version 1.0'))).toBe('It follows the Open Recovery Profile 1.0.');
});

it('a test that ended before anything was found praises nobody', async () => {
  const device = GOOD_DEVICES.find(({ name }) => name === 'boots from the document') ?? expect.fail('none');
  const findings = REQUIREMENTS.map((id) => ({ id, outcome: 'skipped', because: 'not-reached' }) as const);
  const early = { findings, ended: 'link-lost', atRest: null, described: null } as const;
  expect(resultWords(early)).toBe('Nothing was tested.');
  const later = (await runDevice(device.make(), { leaveAfterMs: 30_000 })).report;
  expect(resultWords(later)).toBe('Nothing that was tested breaks the Open Recovery Profile 1.1.');
  expect(reportText('Boots', later)).toContain('You stopped the test.');
});

it('every rule, part and reason has words of its own', () => {
  const words = [
    ...REQUIREMENTS.map(requirementWords),
    ...CONFORMANCE_STEPS.map(partWords),
    ...(['not-reached', 'failed-before', 'not-featured', 'no-room', 'newer'] as const).map(skipWords),
  ];
  expect(new Set(words).size).toBe(words.length);
  expect(words.every((text) => text.length > 0)).toBe(true);
});
