import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { sites } from './lib/sites';
import { contentSecurityPolicy } from './scripts/lib/csp.mjs';

/** The training sites on whose pages the card may appear, each after the user allowed it. */
const SITE_ORIGINS = sites.flatMap(({ origins }) => origins);
/** Pages such as those of clubs, which the user adds one by one. Permission is requested for each one, never for all. */
const ADDED_BY_USER = 'https://*/*';
/** A page of that kind in the end-to-end build. */
const ADDED_IN_TESTS = 'https://club.example/*';
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'scripting'];

/** Everything for the popup's first picture, in one file: each additional file delays it by some ms. */
const FIRST_PICTURE = [{ name: 'first-picture', test: /components[\\/]popup[\\/]Popup\.tsx$|virtual:wxt-html-plugins$/ }];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: ({ mode }) => ({
    plugins: [preact(), styledPopup],
    // In the end-to-end build a test can hold the clock (lib/core/clock.ts). The shipped build has no such code.
    define: { __HELD_CLOCK__: JSON.stringify(mode === 'e2e') },
    build: {
      target: 'es2022',
      // Every browser that the manifest allows supports it.
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: FIRST_PICTURE } } },
    },
  }),
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    short_name: 'Rebound',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    minimum_chrome_version: browser === 'firefox' ? undefined : '116',
    // A permission dialog is native, so tests cannot answer it. The end-to-end build has the permissions for sites and notifications from
    // the start.
    permissions: [...PERMISSIONS, ...(mode === 'e2e' ? ['notifications'] : [])],
    ...(mode === 'e2e'
      ? { host_permissions: [...SITE_ORIGINS, ADDED_IN_TESTS] }
      : { optional_host_permissions: [...SITE_ORIGINS, ADDED_BY_USER], optional_permissions: ['notifications'] }),
    // The card's frame. Its address changes with each start of the browser, and a page is never told it.
    web_accessible_resources: [
      {
        resources: ['card.html'],
        matches: mode === 'e2e' ? [...SITE_ORIGINS, ADDED_IN_TESTS] : [...SITE_ORIGINS, ADDED_BY_USER],
        // Firefox has an address of its own for each installation.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    // A private window keeps nothing, and Rebound stores the activities that are opened.
    incognito: 'not_allowed',
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
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ name }) => name.startsWith('card-'))) config.plugins = [...(config.plugins ?? []), wordsFromFrame];
    },
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.browser !== 'firefox') delete manifest.browser_specific_settings;
      // The development server needs its own connection; wxt makes a policy for it.
      if (wxt.config.command === 'build') manifest.content_security_policy = { extension_pages: contentSecurityPolicy(inlineStyles) };
    },
  },
});

const WORDS = '\0rebound:sport-words';

/** In a card's script, the words for sports come from its frame. See lib/overlay/sport-words-in-page.ts. */
const wordsFromFrame: Plugin = {
  name: 'rebound:words-from-frame',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/sport-words') ? WORDS : null),
  load(id) {
    if (id !== WORDS) return null;
    const file = fileURLToPath(new URL('lib/overlay/sport-words-in-page.ts', import.meta.url));
    return `export { tableInPage as sportTable } from ${JSON.stringify(file)};`;
  },
};

/** What stands in pages as inline styles: the policy names each by its hash. */
const inlineStyles = new Set<string>();

/** Puts the popup's styles into its page: files of their own come some 10 ms later, and nothing is drawn before them. */
const styledPopup: Plugin = {
  name: 'rebound:styled-popup',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, path }) {
      if (bundle === undefined || !path.includes('popup')) return html;
      return html.replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (link, file: string) => {
        const asset = bundle[file];
        if (asset?.type !== 'asset') return link;
        inlineStyles.add(String(asset.source));
        return `<style>${asset.source}</style>`;
      });
    },
  },
};
