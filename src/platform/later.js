// Fetches the later part of the program and joins it to the first. The build puts this into the program's script, so
// its integrity covers the names in capitals, which the build fills in: the two parts are of one build or do not run.
import { initSync } from "./recovery-check.js";

// Where something is kept, the later part reads it and says which screen is the first: then it is wanted at once.
// Otherwise it waits until the page has a moment for it.
const isWanted = rcBoot.holds("rc-");

const moment = () => new Promise((begin) => {
  globalThis.requestIdleCallback ? requestIdleCallback(begin, { timeout: 1000 }) : setTimeout(begin, 100);
});

async function download() {
  const control = new AbortController();
  rcBoot.stop = () => control.abort();
  const answer = await fetch(new URL("RC_LATER", import.meta.url), {
    integrity: "RC_HASH_LATER",
    priority: isWanted ? "auto" : "low",
    signal: control.signal,
  });
  return answer.arrayBuffer();
}

let downloaded = isWanted ? download() : undefined;
// Heard once the program asks for it.
downloaded?.catch(() => {});

async function join() {
  if (!isWanted) await moment();
  downloaded ??= download();
  const bytes = await downloaded;
  await WebAssembly.instantiate(bytes, { __wasm_split: initSync() });
}

// The program calls this by number, and wants to be told by number whether the part is there.
export async function __wasm_split_load_later(told, about) {
  let isHere = true;
  try {
    await join();
  } catch {
    isHere = false;
    downloaded = undefined;
  }
  initSync().__indirect_function_table.get(told)(about, isHere);
}
