/** Chromium's command-line switches. Each is needed, or keeps it from using the network. */
export function chromiumFlags(options: {
  readonly webBluetooth: boolean;
  readonly remembersDevices: boolean;
  readonly dark: boolean | null;
}): string[] {
  const features = [
    // Without it, Linux has no navigator.bluetooth.
    ...(options.webBluetooth ? ['WebBluetooth'] : []),
    // As in chrome://flags: permissions outlive the tab, and `getDevices()` returns their devices.
    ...(options.remembersDevices ? ['WebBluetoothNewPermissionsBackend'] : []),
  ];
  return [
    // Chromium refuses to run its sandbox as root, as in a container; otherwise the sandbox stays on.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The headless screen is 800 × 600 by default, which cuts off a popup of 600 px.
    '--screen-info={1600x1200}',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(features.length > 0 ? [`--enable-features=${features.join()}`] : []),
    // Pages that the browser preloads for its address bar cost a third of the processor time of a launch.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
    // For the whole browser, so that popup and side panel use it from their first paint.
    ...(options.dark === null ? [] : [`--blink-settings=preferredColorScheme=${options.dark ? 0 : 1}`]),
  ];
}
