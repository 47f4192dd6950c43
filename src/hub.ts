import { report, UsageError } from './roles/run.ts';

/** One command: loads no more of the hub than it needs. */
interface Command {
  usage: string;
  about: { vi: string; en: string };
  run(args: string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start',
    about: { vi: 'cả hệ thống trong một tiến trình', en: 'the whole hub in one process' },
    run: async () => (await import('./roles/start.ts')).start(),
  },
  gateway: {
    usage: 'gateway',
    about: { vi: 'cổng GraphQL; các subgraph qua HTTP', en: 'the graph; its subgraphs over HTTP' },
    run: async () => (await import('./roles/gateway.ts')).gateway(),
  },
  subgraph: {
    usage: 'subgraph dossiers|payments|identity|integration',
    about: { vi: 'một subgraph', en: 'one subgraph' },
    run: async (args) => (await import('./roles/subgraph.ts')).subgraph(args),
  },
  worker: {
    usage: 'worker',
    about: { vi: 'các tác vụ nền', en: 'the background jobs' },
    run: async () => (await import('./roles/worker.ts')).worker(),
  },
  migrate: {
    usage: 'migrate',
    about: { vi: 'nâng cơ sở dữ liệu lên cấu trúc hiện hành', en: 'brings the database to the current schema' },
    run: async () => (await import('./roles/migrate.ts')).migrateDatabase(),
  },
  seed: {
    usage: 'seed [--dossiers N] [--seed S]',
    about: { vi: 'danh mục và quý mẫu', en: 'reference data and the sample quarter' },
    run: async (args) => (await import('./roles/seed.ts')).seed(args),
  },
  token: {
    usage: 'token --role ROLE [--unit CODE] [--national-id ID] [--source NAME] [--ttl 8h]',
    about: { vi: 'token thử nghiệm', en: 'a token of the sandbox issuer' },
    run: async (args) => (await import('./roles/token.ts')).token(args),
  },
  reconcile: {
    usage: 'reconcile --provider NAME --date YYYY-MM-DD [--merchant CODE] [--file PATH]',
    about: { vi: 'đối soát một ngày; mã thoát 1 nếu chưa khớp', en: 'reconciles a day; exit 1 where it is not balanced' },
    run: async (args) => (await import('./roles/reconcile.ts')).reconcileDay(args),
  },
  simulate: {
    usage: 'simulate SYSTEM [--port N] [--hub URL]',
    about: { vi: 'một hệ thống mô phỏng', en: 'one simulator' },
    run: async (args) => (await import('./roles/simulate.ts')).simulate(args),
  },
  reindex: {
    usage: 'reindex',
    about: { vi: 'mã hóa và lập chỉ mục lại dữ liệu cá nhân', en: 'seals and indexes personal data under the present keys' },
    run: async () => (await import('./roles/reindex.ts')).reindexAll(),
  },
};

function usage(): string {
  const rows = Object.values(COMMANDS).map(({ usage: how, about }) => `  npm run hub -- ${how}\n      ${about.vi} / ${about.en}`);
  return `Cách dùng / usage:\n${rows.join('\n')}`;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(usage());
    return name === undefined ? 1 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    report(new UsageError(`Không có lệnh ${JSON.stringify(name)}. / There is no command ${JSON.stringify(name)}.\n${usage()}`));
    return 1;
  }
  return command.run(args);
}

try {
  // Nothing that a role left open may keep a process alive that has done its work.
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  report(error);
  process.exit(1);
}
