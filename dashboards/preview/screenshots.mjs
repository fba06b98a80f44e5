// Pictures of every dashboard of a running preview, for docs/: node screenshots.mjs http://127.0.0.1:8080 ../../docs/pictures
// Not part of the build. The Chromium is that of the machine (CHROMIUM names another than /usr/bin/chromium).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
// playwright-core, under the name by which the Java tests find it.
import { chromium } from 'package';

const [base, out] = process.argv.slice(2);
const SCREENS = { desktop: [1440, 900], tv: [1920, 1080], phone: [390, 844] };
const settled = () => {
  const panels = [...document.querySelectorAll('.panel')];
  return panels.length > 0 && panels.every((panel) => ['done', 'empty', 'failed'].includes(panel.dataset.state));
};

/** A wall screen is shown on one, leaders' pages also on a phone. */
function screensOf({ uid, folder }) {
  if (/-tv(-en)?$/.test(uid)) {
    return ['tv'];
  }
  return folder === 'lanh-dao' ? ['desktop', 'phone'] : ['desktop'];
}

mkdirSync(out, { recursive: true });
const dashboards = await (await fetch(`${base}/api/dashboards`)).json();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
for (const dashboard of dashboards.filter(({ language }) => language === 'vi')) {
  for (const screen of screensOf(dashboard)) {
    const [width, height] = SCREENS[screen];
    const page = await browser.newPage({ viewport: { width, height }, locale: 'vi-VN' });
    await page.goto(`${base}/d/${dashboard.uid}`);
    await page.waitForFunction(settled, null, { timeout: 60_000 });
    const file = join(out, `${dashboard.uid}.${screen}.png`);
    await page.screenshot({ path: file, fullPage: true });
    console.log(file);
    await page.close();
  }
}
await browser.close();
