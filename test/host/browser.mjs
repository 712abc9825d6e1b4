import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** What the workbench complains of because native modules are not built and the network is shut: no part of any test. */
export const noise =
  /Service Worker|open-vsx|authentication provider 'github'|provider: github|bindings file|native-watchdog|ReconnectionToken/;

export async function startBrowser() {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  return chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    args: [...sandbox, '--disable-gpu', ...quiet],
    // `processes.mjs` decides what a signal does. Playwright ends the browser when this process exits.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * A page that reaches this machine only.
 * @param {import('playwright-core').Browser} browser
 * @param {{ width?: number, height?: number }} [size]
 */
export async function openPage(browser, { width = 1280, height = 800 } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return context.newPage();
}
