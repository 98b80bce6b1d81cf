import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../soak/faults/cells';
import { WORST } from '../../../soak/faults/worst';
import { startRadio } from '../../radio';
import { install, tryWithoutStrap } from '../app';
import { settle } from '../database';
import { runInBrowser } from './run-in-browser';
import { openScene, type Scene, type Stage } from './scene';

/** A test for each of the worst cells with this device. They share a browser; each has a fresh device and a fresh app tab. */
export function describeFaults(device: DeviceId): void {
  const cells = WORST.filter((cell) => cell.device === device);
  describe.skipIf(process.env.REBOUND_NO_RADIO === '1')(`the worst cells of the fault matrix, ${device}`, () => {
    let stage: Stage | null = null;
    let scene: Scene | null = null;
    const close = async () => {
      await stage?.app.harness.close();
      await stage?.radio.close();
      stage = null;
    };
    afterEach(async () => {
      await scene?.leave();
      // Puppeteer does not find the background again after it was ended in this way.
      if (scene?.cell.fault === 'worker-killed') await close();
      scene = null;
    });
    afterAll(close);

    for (const cell of cells) {
      it(`${cell.phase}, ${cell.fault}`, async () => {
        stage ??= await openStage();
        scene = await openScene(stage, cell);
        const result = await runInBrowser(scene);
        expect(result, JSON.stringify(result)).toMatchObject({ wrong: null });
      }, 60_000);
    }
  });
}

async function openStage(): Promise<Stage> {
  const radio = await startRadio();
  const app = await install({ radio });
  await tryWithoutStrap(app.page);
  await settle(app.page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
  await app.page.close();
  return { app, radio };
}
