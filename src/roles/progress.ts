const WIDTH = 30;
const EVERY_MS = 200;
/** Where nobody looks at a terminal, one line for each tenth. */
const TENTHS = 10;

/** Shows how far something has come: a bar on a terminal, a line for each tenth elsewhere. */
export function createProgress(title: string, out: NodeJS.WriteStream = process.stdout): (done: number, total: number) => void {
  let shownAt = 0;
  let tenth = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
    const finished = share === 1;
    if (out.isTTY) {
      if (!finished && Date.now() - shownAt < EVERY_MS) return;
      shownAt = Date.now();
      const filled = Math.round(share * WIDTH);
      out.write(`\r  ${title} [${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${percent}${finished ? '\n' : ''}`);
    } else if (Math.floor(share * TENTHS) > tenth) {
      tenth = Math.floor(share * TENTHS);
      out.write(`  ${title} ${percent}\n`);
    }
  };
}
