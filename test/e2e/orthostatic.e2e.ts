import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replayStrap } from '../../lib/simulated/replay';
import { type Radio, startRadio } from './radio';
import { type App, install, press, see, waitForPhase } from './support/app';
import { storedChecks } from './support/database';
import { drive, startWith } from './support/strap';

/** Lying, then standing up: the baseline uses the lying part, the standing part has its own figures, and some users are not offered it. */
const SHOTS = join(import.meta.dirname, '../../test-results/screens');

/** Four minutes at 1000 ms ± 20, then standing up: quickly to 600, over half a minute to 800 ± 10. All values are known beforehand. */
function lyingThenStanding(): number[] {
  const lying = Array.from({ length: 241 }, (_, i) => 1000 + (i % 2 === 0 ? 20 : -20));
  const rising = Array.from({ length: 15 }, (_, i) => 980 - 25 * i);
  const falling = Array.from({ length: 15 }, (_, i) => 620 + 20 * i);
  const standing = Array.from({ length: 230 }, (_, i) => 800 + (i % 2 === 0 ? 10 : -10));
  return [...lying, ...rising, ...falling, ...standing];
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('an orthostatic check', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    mkdirSync(SHOTS, { recursive: true });
    radio = await startRadio();
    app = await install({ radio });
    await press(app.page, 'Pair my strap');
    await see(app.page, 'Then stand up');
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  it('measures lying and standing, and uses only the lying part for the baseline', async () => {
    const { page } = app;
    await page.locator('input[type=checkbox]').click();
    await see(page, 'I have fainted');
    const model = replayStrap(lyingThenStanding());
    const strap = radio.add(model);
    await startWith(page, strap);
    await drive(page, radio, strap, model, { untilMs: 245_000 });
    await see(page, 'Stand up now, without haste');
    await drive(page, radio, strap, model);
    await waitForPhase(page, 'done');
    await see(page, 'Lying and standing');
    await page.screenshot({ path: join(SHOTS, 'orthostatic.png') as `${string}.png`, fullPage: true });

    const [check] = await storedChecks(page);
    const { orthostatic, raw } = check?.summary ?? {};
    if (!orthostatic || raw === undefined) throw new Error('no figures were stored');
    // Beats that alternate by 40 ms have an RMSSD of 40 ms; by 20, of 20.
    // The strap's grid of 1/1024 s turns 40 into 39.06.
    near(raw.rmssdMs, 40);
    near(orthostatic.lying.hrBpm, 60);
    near(orthostatic.lying.rmssdMs, 40);
    near(orthostatic.standing.hrBpm, 75);
    near(orthostatic.standing.rmssdMs, 20);
    // The fastest three beats: 630, 620, 640 ms.
    near(orthostatic.peakHrBpm, (3 * 60_000) / (630 + 620 + 640));
    expect(check?.complete).toBe(true);
    expect(app.problems).toEqual([]);
  });

  it('is not offered with fainting or pregnancy ticked, and the check then has no standing part', async () => {
    const { page } = app;
    await page.locator('input[type=checkbox]').click();
    await see(page, 'I have fainted');
    await page.locator('aria/I have fainted, or faint easily').click();
    await see(page, 'Left out because of what you ticked');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Then stand up');
    const model = replayStrap(lyingThenStanding());
    const strap = radio.add(model);
    await startWith(page, strap);
    await drive(page, radio, strap, model);
    await waitForPhase(page, 'done');
    const [check] = await storedChecks(page);
    expect(check?.summary.orthostatic ?? null).toBeNull();
    expect(check?.rrTicks).toHaveLength(check?.counted.end ?? 0);
  });
});

function near(value: number, wanted: number): void {
  expect(Math.abs(value - wanted), `${value} is not near ${wanted}`).toBeLessThan(1.5);
}
