/**
 * Puppeteer drives a Chromium that is already there: npm must never download a browser. scripts/lib/chromium.mjs finds one, installs it on
 * Debian, and offers a download on macOS and Windows.
 * @type {import('puppeteer').Configuration}
 */
module.exports = { skipDownload: true };
