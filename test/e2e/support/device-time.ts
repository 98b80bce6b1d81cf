/** Advances the time of a page and of its connected devices together. */
import type { Page } from 'puppeteer';
import type { Radio, RadioPeripheral } from '../radio';
import { advance } from './real-time';

export interface DeviceTime {
  /** In steps of `stepMs` of the held clock; the page receives a step's packets within that step. The radio is heard between steps. */
  pass(page: Page, device: RadioPeripheral, seconds: number): Promise<void>;
  /** Until a selector matches, or the condition holds. */
  until(page: Page, device: RadioPeripheral, wanted: string | (() => boolean | Promise<boolean>)): Promise<void>;
}

const LONGEST_S = 60;

export function deviceTime(radio: () => Radio, stepMs = 1000): DeviceTime {
  async function step(page: Page, device: RadioPeripheral) {
    device.deliver(radio().nowMs + stepMs);
    await advance(page, stepMs);
  }
  return {
    async pass(page, device, seconds) {
      for (let ms = 0; ms < seconds * 1000; ms += stepMs) await step(page, device);
    },
    async until(page, device, wanted) {
      const isSo = async () => (typeof wanted === 'string' ? (await page.$(wanted)) !== null : wanted());
      for (let ms = 0; ms < LONGEST_S * 1000; ms += stepMs) {
        if (await isSo()) return;
        await step(page, device);
      }
      throw new Error(`never came: ${wanted}; there is ${await page.$eval('main', (main) => main.innerText)}`);
    },
  };
}
