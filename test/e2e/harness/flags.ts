/** The switches that Chromium is started with; each was measured to be needed, or keeps it from talking to the network. */
export function chromiumFlags(options: {
  readonly webBluetooth: boolean;
  readonly remembersDevices: boolean;
  readonly dark: boolean | null;
}): string[] {
  const features = [
    // On Linux there is no navigator.bluetooth without it.
    ...(options.webBluetooth ? ['WebBluetooth'] : []),
    // As chrome://flags has it: permissions outlive the tab, and `getDevices()` tells of them.
    ...(options.remembersDevices ? ['WebBluetoothNewPermissionsBackend'] : []),
  ];
  return [
    // Chromium refuses to run its sandbox as root, as in a container; anywhere else the sandbox stays.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The headless browser's own screen is 800 × 600, on which a popup is cut off before its 600 px.
    '--screen-info={1600x1200}',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(features.length > 0 ? [`--enable-features=${features.join()}`] : []),
    // Pages that the browser loads ahead for its own address bar: a third of the processor time of a launch.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
    // For the whole browser, so that popup and side panel have it from their first paint.
    ...(options.dark === null ? [] : [`--blink-settings=preferredColorScheme=${options.dark ? 0 : 1}`]),
  ];
}
