import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The training sites whose pages the card may appear on, each only after the user allowed it. */
const SITE_ORIGINS = ['https://www.strava.com/*', 'https://m.strava.com/*'];
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'scripting'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: ({ mode }) => ({
    plugins: [preact()],
    // The end-to-end build lets a test hold the clock (lib/clock.ts); the shipped one has no trace of it.
    define: { __HELD_CLOCK__: JSON.stringify(mode === 'e2e') },
    build: { target: 'es2022' },
  }),
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    short_name: 'Rebound',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    minimum_chrome_version: browser === 'firefox' ? undefined : '116',
    // A permission dialog is native and no test can answer it: the end-to-end build is granted sites and notifications beforehand.
    permissions: [...PERMISSIONS, ...(mode === 'e2e' ? ['notifications'] : [])],
    ...(mode === 'e2e'
      ? { host_permissions: SITE_ORIGINS }
      : { optional_host_permissions: SITE_ORIGINS, optional_permissions: ['notifications'] }),
    action: { default_title: '__MSG_extName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+R' } },
      'stop-all': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandStopAll__' },
    },
    browser_specific_settings: {
      gecko: {
        id: 'rebound@rebound.example',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
  hooks: {
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.browser !== 'firefox') delete manifest.browser_specific_settings;
      if (wxt.config.mode === 'e2e') return;
      // WXT turns the matches of a script registered at run time into required permissions; ours stay optional.
      const required = (manifest.host_permissions ?? []).filter((origin: string) => !SITE_ORIGINS.includes(origin));
      if (required.length > 0) manifest.host_permissions = required;
      else delete manifest.host_permissions;
    },
  },
});
