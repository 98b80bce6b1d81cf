import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import { heldClock } from '../../../../lib/core/clock';
import { ConformanceTests } from '../../../../lib/devices/links/conformance-tests';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';

/** Tests of a registry whose exclusive use of a link ends as the test says. */
function testsThat(end: () => Promise<never>) {
  const asked: string[] = [];
  const alone: DeviceRegistry['alone'] = (id) => {
    asked.push(id);
    return end();
  };
  return { asked, tests: new ConformanceTests({ alone }, heldClock(0)) };
}

describe('the conformance tests of the app tab', () => {
  it('keep how far each is by device, and begin none twice', async () => {
    const { asked, tests } = testsThat(() => new Promise(() => {}));
    void tests.run('boots');
    void tests.run('boots');
    void tests.run('gun');
    expect(asked).toEqual(['boots', 'gun']);
    expect([...tests.stages.value]).toEqual([
      ['boots', { kind: 'running', step: 'describe' }],
      ['gun', { kind: 'running', step: 'describe' }],
    ]);
  });

  it('say that a test did not begin where the device could not be had, and may be begun again', async () => {
    const { asked, tests } = testsThat(() => Promise.reject(new BluetoothFault('disconnected')));
    await tests.run('boots');
    expect(tests.stages.value.get('boots')).toEqual({ kind: 'not-begun' });
    await tests.run('boots');
    expect(asked).toHaveLength(2);
  });

  it('leave nothing running after a fault of ours, which the caller gets', async () => {
    const { tests } = testsThat(() => Promise.reject(new TypeError('ours')));
    await expect(tests.run('boots')).rejects.toThrow('ours');
    expect(tests.stages.value.get('boots')).toEqual({ kind: 'idle' });
  });
});
