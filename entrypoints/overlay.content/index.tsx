import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/card/card.css';
export default defineContentScript({
  matches: ['https://www.strava.com/*', 'https://m.strava.com/*'],
  registration: 'runtime',
  cssInjectionMode: 'ui',
  async main(ctx) {
    console.error(ctx, render, browser, createShadowRootUi);
  },
});
