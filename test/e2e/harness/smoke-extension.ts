/** The smallest extension that pairs a heart-rate strap, to try the radio and the harness without the product. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGE_SCRIPT = `
const smoke = { outcome: null, device: null, received: [], lost: 0 };
let characteristic = null;
const said = (promise) => promise.then((value) => value ?? 'done', (error) => error.name + ': ' + error.message);
const all = async () => (await smoke.device.gatt.getPrimaryService(0x180d));
document.querySelector('#pair').addEventListener('click', () => {
  smoke.outcome = said(navigator.bluetooth.requestDevice({ filters: [{ services: [0x180d] }] }).then((device) => {
    smoke.device = device;
    device.addEventListener('gattserverdisconnected', () => { smoke.lost += 1; });
    return device.name;
  }));
});
smoke.connect = () => said(smoke.device.gatt.connect().then(() => 'connected'));
smoke.disconnect = () => { smoke.device.gatt.disconnect(); };
smoke.subscribe = () => said((async () => {
  characteristic = await (await all()).getCharacteristic(0x2a37);
  characteristic.addEventListener('characteristicvaluechanged', (event) => smoke.received.push(event.target.value.getUint8(1)));
  await characteristic.startNotifications();
})());
smoke.unsubscribe = () => said(characteristic.stopNotifications().then(() => 'stopped'));
smoke.read = () => said((async () => (await (await (await all()).getCharacteristic(0x2a38)).readValue()).getUint8(0))());
smoke.write = (bytes, how) => said((async () => {
  const control = await (await all()).getCharacteristic(0x2a39);
  await control['writeValue' + how](Uint8Array.from(bytes));
})());
window.smoke = smoke;
`;

/** Writes it to a temporary folder; the caller removes it. */
export async function writeSmokeExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-smoke-'));
  const manifest = {
    manifest_version: 3,
    name: 'Smoke',
    version: '1',
    background: { service_worker: 'worker.js' },
    action: { default_popup: 'popup.html' },
    content_scripts: [{ matches: ['https://www.strava.com/*'], js: ['content.js'] }],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), '');
  await writeFile(join(folder, 'content.js'), 'document.title += " seen";');
  await writeFile(join(folder, 'popup.html'), '<!doctype html><title>Popup</title><p>Hello</p>');
  await writeFile(
    join(folder, 'page.html'),
    '<!doctype html><title>Smoke</title><button id="pair">Pair</button><script src="page.js"></script>',
  );
  await writeFile(join(folder, 'page.js'), PAGE_SCRIPT);
  return folder;
}
