/** The switches that Chromium is started with; each was measured to be needed, or keeps it from talking to the network. */
export function chromiumFlags(options: { readonly webBluetooth: boolean; readonly dark: boolean | null }): string[] {
  return [
    // Chromium refuses to run its sandbox as root, as in a container; anywhere else the sandbox stays.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // On Linux there is no navigator.bluetooth without it.
    ...(options.webBluetooth ? ['--enable-features=WebBluetooth'] : []),
    // For the whole browser, so that popup and side panel have it from their first paint.
    ...(options.dark === null ? [] : [`--blink-settings=preferredColorScheme=${options.dark ? 0 : 1}`]),
  ];
}
