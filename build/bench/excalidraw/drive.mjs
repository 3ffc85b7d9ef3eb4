// The gestures of the board's bench, done to Excalidraw in Chromium. Reads a wall as JSON, prints a line of JSON a gesture:
// milliseconds of the processor that the page's main thread had for a frame, which leaves out what other threads paint.
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [, , chromium, page_file, wall_file] = process.argv;
const { notes, frames, whole } = JSON.parse(readFileSync(wall_file, "utf8"));
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
  defaultViewport: { width: 1920, height: 1080 },
  protocolTimeout: 600_000,
});
const page = await browser.newPage();
await page.goto(`file://${page_file}`);
await page.evaluate((notes) => window.hang(notes), notes);
const left = Math.min(...notes.map((one) => one.x)), top = Math.min(...notes.map((one) => one.y));
const right = Math.max(...notes.map((one) => one.x + one.width));
const bottom = Math.max(...notes.map((one) => one.y + one.height));
const x = (left + right) / 2, y = (top + bottom) / 2;

const look = async (zoom) => {
  await page.evaluate((x, y, zoom) => window.look(x, y, zoom), x, y, zoom);
  await page.evaluate(() => window.painted());
};
const counting = await page.createCDPSession();
await counting.send("Performance.enable", { timeDomain: "threadTicks" });
const busy = async () => {
  const { metrics } = await counting.send("Performance.getMetrics");
  return metrics.find((one) => one.name === "TaskDuration").value * 1000;
};

async function measure(gesture, step, count = frames) {
  const taken = [];
  for (let at = 0; at < count; at++) {
    const before = await busy();
    await step(at);
    await page.evaluate(() => window.painted());
    taken.push((await busy()) - before);
  }
  taken.sort((a, b) => a - b);
  const pick = (share) => Math.round(taken[Math.floor(taken.length * share)] * 100) / 100;
  console.log(JSON.stringify({ gesture, median_ms: pick(0.5), p95_ms: pick(0.95) }));
}

async function wheel(deltaX, deltaY, ctrl = false) {
  if (ctrl) await page.keyboard.down("Control");
  await page.mouse.wheel({ deltaX, deltaY });
  if (ctrl) await page.keyboard.up("Control");
}

await page.mouse.move(960, 540);
for (const [name, zoom] of [["pan at 1", 1], ["pan at 0.35", 0.35], ["pan at all", whole]]) {
  await look(zoom);
  await measure(name, () => wheel(16, 9));
}
await look(Math.min(whole, 0.5));
await measure("zoom", (at) => wheel(0, at < frames ? -20 : 20, true), 2 * frames);

async function drag(count, zoom) {
  await look(zoom);
  const near = [...notes].sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y)).slice(0, count);
  await page.evaluate((ids) => window.choose(ids), near.map((one) => one.id));
  const [one] = near;
  const across = 960 + (one.x + one.width / 2 - x) * zoom, down = 540 + (one.y + 6 - y) * zoom;
  await page.mouse.move(across, down);
  await page.mouse.down();
  await measure(`drag ${count}`, (at) => page.mouse.move(across + at * 4, down + at * 2));
  await page.mouse.up();
  await page.evaluate(() => window.choose([]));
}
await drag(1, 1);
await drag(200, 0.35);

await look(whole);
await page.mouse.move(8, 90);
await page.mouse.down();
await measure("rubber band at all", (at) => page.mouse.move(8 + at * 14, 90 + at * 8));
await page.mouse.up();
await browser.close();
