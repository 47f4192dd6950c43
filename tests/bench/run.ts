import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDrain } from './drain/bench.ts';
import { benchGateway } from './gateway.ts';
import { benchIndicators } from './indicators.ts';
import { benchIngest } from './ingest/bench.ts';
import { benchLists } from './lists.ts';
import { benchNotices } from './notices.ts';
import { benchReconcile } from './reconcile/bench.ts';
import { benchSeed } from './seed.ts';
import { benchWorklist } from './worklist/bench.ts';
import { worklistTable } from './worklist/table.ts';

/**
 * `npm run bench [-- worklist|gateway|ingest|drain|indicators|lists|reconcile|notices|seed …] [--rounds N] [--seconds S] [--data DIR]`. Figures are ratios of alternating rounds: absolute ones
 * say as much of the machine as of the hub. A ratio below its aim is said, not punished; only a failed measurement is an error.
 */
const BENCHES: Readonly<Record<string, (options: { rounds: number; seconds: number; data: string | undefined }) => Promise<void>>> = {
  async worklist({ rounds, seconds, data }) {
    const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 20_000);
    console.log(
      `Worklist: 20 dossiers with applicant, payments and synchronizations; 16 connections, ${rounds} rounds of ${seconds} s each`,
    );
    const report = (text: string) => console.log(`  ${text}`);
    for (const line of worklistTable(await benchWorklist({ dossiers, rounds, seconds, kept: data, report }))) console.log(line);
  },
  async gateway({ rounds }) {
    console.log('Gateway alone: resolvers without a database, in one process');
    const { toPlain, toCompiled } = await benchGateway({ rounds });
    console.log(`  ${toPlain.toFixed(2)} × the same resolvers as one schema, graphql-js; ${toCompiled.toFixed(2)} × the same, compiled`);
  },
  async ingest({ rounds }) {
    const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 5_000);
    console.log(`Ingesting: ${dossiers} new dossiers and then their next version a round, in batches of 500 over HTTP, two side by side`);
    const { toUpsert, toBare, perSecond } = await benchIngest({ dossiers, rounds, report: (text) => console.log(`  ${text}`) });
    console.log(`  ${toUpsert <= 3 ? 'PASS ' : 'ABOVE'}  ${toUpsert.toFixed(2)} × a plain UNNEST upsert of the same rows (at most 3)`);
    console.log(
      `         ${toBare.toFixed(2)} × the same past the tables' triggers; ${perSecond.toFixed(0)} dossiers/s (the aim on 2 idle cores is 5000)`,
    );
  },
  async drain() {
    const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 100_000);
    console.log(
      `Delivery: ${dossiers} dossiers by one worker to a portal that answers in 50 ms; then today's beside history under a limit`,
    );
    const { perSecond, cpuEach, memory, oldestOfToday } = await benchDrain({ dossiers, report: (text) => console.log(`  ${text}`) });
    console.log(
      `  ${perSecond.toFixed(0)} dossiers/s without a limit (the aim on 2 idle cores is 2000), ${cpuEach.toFixed(2)} ms of the worker's CPU each`,
    );
    const grown = memory.late / memory.early;
    console.log(
      `  ${grown <= 1.25 ? 'PASS ' : 'ABOVE'}  worker at ${memory.early.toFixed(0)} MB after a tenth, ${memory.late.toFixed(0)} MB at the end: ${grown.toFixed(2)} × (flat: at most 1.25)`,
    );
    console.log(`  ${oldestOfToday <= 60 ? 'PASS ' : 'ABOVE'}  ${oldestOfToday.toFixed(1)} s was the longest wait of today's (at most 60)`);
  },
  async indicators({ rounds }) {
    const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 1_000_000);
    console.log(`Figures and index of any unit, quarter and procedure among ${dossiers} dossiers of a year`);
    for (const { name, p95 } of await benchIndicators({ dossiers, rounds, report: (text) => console.log(`  ${text}`) })) {
      console.log(`  ${p95 <= 300 ? 'PASS ' : 'ABOVE'}  ${p95.toFixed(0)} ms at the 95th percentile: ${name} (at most 300)`);
    }
  },
  async reconcile({ rounds }) {
    const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
    console.log(`Reconciling: ${rows} rows against as many payments, ${rounds} rounds; then a day of 64 merchants with 5 providers each`);
    const { ratio, residentMb, dayS } = await benchReconcile({ rows, rounds, report: (text) => console.log(`  ${text}`) });
    console.log(`  ${ratio <= 2 ? 'PASS ' : 'ABOVE'}  ${ratio.toFixed(2)} × COPY of the file and one join (at most 2)`);
    console.log(`  ${residentMb <= 300 ? 'PASS ' : 'ABOVE'}  ${residentMb.toFixed(0)} MB in the process that reconciles (at most 300)`);
    console.log(`  ${dayS <= 60 ? 'PASS ' : 'ABOVE'}  ${dayS.toFixed(1)} s for the day of all merchants (at most 60)`);
  },
  async notices() {
    const [rate, seconds] = [Number(process.env['BENCH_RATE'] ?? 100), Number(process.env['BENCH_SECONDS'] ?? 60)];
    console.log(`Notices: VNPAY's, ${rate} a second for ${seconds} s, while dossiers are ingested in batches of 500`);
    const { sent, errors, p50, p99, most, ingested, wrong } = await benchNotices({
      rate,
      seconds,
      report: (text) => console.log(`  ${text}`),
    });
    console.log(
      `  ${sent} answered, ${p50.toFixed(0)} ms at the median, ${p99.toFixed(0)} at the 99th percentile, ${most.toFixed(0)} at most`,
    );
    console.log(`  ${(ingested / seconds).toFixed(0)} dossiers/s ingested meanwhile`);
    console.log(`  ${errors === 0 && wrong === 0 ? 'PASS ' : 'ABOVE'}  ${errors} errors, ${wrong} payments not posted once (none)`);
  },
  async lists({ rounds }) {
    const dossiers = Number(process.env['BENCH_LIST_DOSSIERS'] ?? 5_000_000);
    console.log(`Lists: the same questions in turn among 100000 dossiers and among ${dossiers}; p95 in ms`);
    for (const { name, few, many } of await benchLists({ dossiers, rounds, report: (text) => console.log(`  ${text}`) })) {
      const aimed = name === "a commune's worklist" ? (many <= 1.5 * few ? 'PASS ' : 'ABOVE') : '     ';
      console.log(
        `  ${aimed}  ${(many / few).toFixed(2)} × (${few.toFixed(1)} → ${many.toFixed(1)}): ${name}${aimed.trim() && ' (at most 1.5)'}`,
      );
    }
  },
  async seed() {
    const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 88_429);
    console.log(`Sample quarter: ${dossiers} dossiers loaded, against a plain COPY of the same rows`);
    const { ratio } = await benchSeed({ dossiers, rounds: 3, report: (text) => console.log(`  ${text}`) });
    console.log(`  ${ratio <= 3 ? 'PASS ' : 'ABOVE'}  ${ratio.toFixed(2)} × the time of the COPY (at most 3)`);
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '6' }, seconds: { type: 'string', default: '3' }, data: { type: 'string' } },
});
const wanted = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
const options = { rounds: Number(values.rounds), seconds: Number(values.seconds), data: values.data };
for (const name of wanted) {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`benchmarks: ${Object.keys(BENCHES).join(', ')}`);
  if (!(options.rounds >= 1) || !(options.seconds > 0)) throw new Error('--rounds and --seconds take positive numbers');
  const load = loadavg().map((each) => each.toFixed(2));
  console.log(`\n${new Date().toISOString()}, Node ${process.version}, ${cpus().length} cores, load average ${load.join(' ')}`);
  await bench(options);
}
