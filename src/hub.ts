import { exitCodeOf, report, UsageError } from './roles/run.ts';

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
    run: async (args) => (await import('./roles/start.ts')).start(args),
  },
  gateway: {
    usage: 'gateway',
    about: { vi: 'cổng GraphQL; các subgraph qua HTTP', en: 'the graph; its subgraphs over HTTP' },
    run: async (args) => (await import('./roles/gateway.ts')).gateway(args),
  },
  subgraph: {
    usage: 'subgraph dossiers|payments|identity|integration',
    about: { vi: 'một subgraph', en: 'one subgraph' },
    run: async (args) => (await import('./roles/subgraph.ts')).subgraph(args),
  },
  worker: {
    usage: 'worker',
    about: { vi: 'các tác vụ nền', en: 'the background jobs' },
    run: async (args) => (await import('./roles/worker.ts')).worker(args),
  },
  migrate: {
    usage: 'migrate',
    about: { vi: 'nâng cơ sở dữ liệu lên cấu trúc hiện hành', en: 'brings the database to the current schema' },
    run: async (args) => (await import('./roles/migrate.ts')).migrateDatabase(args),
  },
  seed: {
    usage: 'seed [--dossiers N] [--seed S]',
    about: { vi: 'danh mục và quý mẫu', en: 'reference data and the sample quarter' },
    run: async (args) => (await import('./roles/seed.ts')).seed(args),
  },
  import: {
    usage: 'import dossiers|payments|mapping --source NAME [--mapping FILE] [--dry-run] [--report FILE] FILE…',
    about: { vi: 'tiếp nhận dữ liệu xuất từ hệ thống cũ', en: "takes over an existing system's exports" },
    run: async (args) => (await import('./roles/import.ts')).importExports(args),
  },
  token: {
    usage: 'token --role ROLE [--unit CODE] [--national-id ID] [--source NAME] [--name "HỌ TÊN"] [--ttl 8h]',
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
    run: async (args) => (await import('./roles/reindex.ts')).reindexAll(args),
  },
};

function usage(): string {
  return `Cách dùng / usage:\n${Object.values(COMMANDS).map(describe).join('\n')}`;
}

function describe({ usage: how, about }: Command): string {
  return `  npm run hub -- ${how}\n      ${about.vi} / ${about.en}`;
}

function isHelp(argument: string): boolean {
  return ['help', '--help', '-h'].includes(argument);
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name !== undefined && isHelp(name)) {
    console.log(usage());
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const missing =
      name === undefined ? 'Thiếu tên lệnh. / A command is missing.' : `Không có lệnh ${name}. / There is no command ${name}.`;
    throw new UsageError(`${missing}\n${usage()}`);
  }
  if (args.some((argument) => isHelp(argument) && argument !== 'help')) {
    console.log(describe(command));
    return 0;
  }
  return command.run(args);
}

// Whoever read the output may have gone (`| head`, a closed terminal); that is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
try {
  // Nothing that a role left open may keep a process alive that has done its work.
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  report(error);
  process.exit(exitCodeOf(error));
}
