// Runs on whatever Node the machine has, so it is plain JavaScript without dependencies.
// It installs what is missing and runs the rest under the Node 24 that npm brought.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const marker = join(modules, '.hub-installed');

/** Prints a problem and what to do, and ends. */
function fail(vietnamese, english) {
  console.error(`${vietnamese}\n${english}`);
  process.exit(1);
}

function nodeAtLeast(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Whether node_modules holds, whole, what package-lock.json asks for. */
function isInstalled(lockText) {
  const hash = createHash('sha256').update(lockText).digest('hex');
  const wanted = Object.entries(JSON.parse(lockText).packages).filter(([path, entry]) => path !== '' && !entry.optional);
  // an install that was cut off may leave the marker but not every folder
  if (!wanted.every(([path]) => existsSync(join(root, path, 'package.json')))) return false;
  const nodePackage = `node_modules/node-${process.platform}-${process.arch}`;
  if (JSON.parse(lockText).packages[nodePackage] && !existsSync(join(root, nodePackage, 'bin/node'))) return false;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return true;
  return matchesOwnInstall(wanted);
}

/** The same, for an install that somebody made with npm: npm records what it put there. */
function matchesOwnInstall(wanted) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  try {
    const present = JSON.parse(readFileSync(record, 'utf8')).packages;
    return wanted.every(([path, entry]) => present[path]?.version === entry.version && present[path]?.integrity === entry.integrity);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** One install at a time. The kernel frees the name when its process ends, however it ends. */
async function lockInstall() {
  if (process.platform !== 'linux') return () => undefined;
  const name = `\0provincial-hub-install:${createHash('sha256').update(root).digest('hex')}`;
  for (let waited = 0; ; waited += 1) {
    const server = createServer();
    const held = await new Promise((done, stop) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' ? done(false) : stop(error)));
      server.listen(name, () => done(true));
    });
    if (held) return () => server.close();
    if (waited === 0) console.log('Một tiến trình khác đang cài đặt, đang chờ … / Another process is installing, waiting …');
    await new Promise((done) => setTimeout(done, 500));
  }
}

async function install() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (isInstalled(lockText)) return;
  const unlock = await lockInstall();
  try {
    if (isInstalled(lockText)) return;
    checkWritable();
    console.log('Đang cài đặt các gói cần thiết, mất một đến vài phút … / Installing what is needed, this takes one to a few minutes …');
    rmSync(marker, { force: true });
    const began = Date.now();
    const status = await runNpm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
    if (status !== 0) {
      fail(
        'Cài đặt không thành công (xem thông báo của npm ở trên). Cần mạng tới npm registry, hoặc bộ đệm npm đầy đủ; đặt lại bằng: npm ci, rồi chạy lại lệnh này.',
        'The installation failed (npm says why above). It needs the npm registry or a full npm cache; try npm ci, then run this command again.',
      );
    }
    writeFileSync(marker, createHash('sha256').update(lockText).digest('hex'));
    console.log(
      `Đã cài xong sau ${Math.round((Date.now() - began) / 1000)} giây. / Installed in ${Math.round((Date.now() - began) / 1000)} s.`,
    );
  } finally {
    unlock();
  }
}

function checkWritable() {
  try {
    accessSync(root, constants.W_OK);
    if (existsSync(modules)) accessSync(modules, constants.W_OK);
  } catch {
    fail(
      `Không ghi được vào ${modules}. Hãy chạy bằng tài khoản sở hữu thư mục này.`,
      `${modules} can't be written, so nothing can be installed. Run as the account that owns this folder.`,
    );
  }
}

function runNpm(args) {
  // npm names its own program to the scripts that it runs; without it the one on the PATH is taken
  const own = process.env.npm_execpath;
  const isNpm = own !== undefined && /npm-cli\.js$/.test(own) && existsSync(own);
  const child = isNpm
    ? spawn(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  process.on('SIGTERM', forward);
  // Ctrl-C reaches npm by itself; this process only has to outlive it
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  return new Promise((done) => {
    child.once('error', () => fail('Không tìm thấy npm. Hãy cài Node kèm npm.', 'npm was not found. Install Node together with npm.'));
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', ignore);
      if (signal !== null) process.exit(signal === 'SIGINT' ? 130 : 143);
      done(code);
    });
  });
}

/** The Node that runs the hub. */
function findNode() {
  const brought = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(brought) && spawnSync(brought, ['--version'], { stdio: 'ignore' }).status === 0) return brought;
  if (nodeAtLeast(22, 18)) return process.execPath;
  return fail(
    `Máy này (${process.platform}-${process.arch}) không dùng được Node 24 từ npm, còn Node ở đây là ${process.version}. Hãy cài Node 24 (https://nodejs.org/en/download) rồi chạy lại.`,
    `npm brings no usable Node 24 for this machine (${process.platform}-${process.arch}), and its own Node is ${process.version}. Install Node 24 (https://nodejs.org/en/download) and run again.`,
  );
}

function commandLine([command, ...rest]) {
  if (command === 'start') return { file: 'src/hub.ts', args: ['start', ...rest] };
  if (command === 'hub') return { file: 'src/hub.ts', args: rest };
  if (command === 'test') return { file: 'tests/support/run-checks.ts', args: rest };
  if (command === 'check') return { file: 'tests/support/run-checks.ts', args: ['--no-suite', ...rest] };
  if (command !== undefined && existsSync(resolve(root, command))) return { file: command, args: rest };
  return fail(
    'Cách dùng: node src/bootstrap.mjs start | test | check | hub <tham số> | <tệp> <tham số>',
    'Usage: node src/bootstrap.mjs start | test | check | hub <arguments> | <file> <arguments>',
  );
}

/** Calls back when the npm that started this process is gone: a killed npm must not leave a hub behind. */
function watchNpm(gone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    gone();
  }, 250);
  timer.unref();
}

/**
 * A reconciliation reads files of any size and keeps none of them: what it throws away is collected early, so that a million rows take no more
 * memory than a thousand. Everything else is better off with Node's own measure.
 */
const FRUGAL = { reconcile: ['--max-semi-space-size=16', '--max-old-space-size=192'] };

/** Commands that run until they are told to stop: stopped so early that they could not answer for themselves, they have done as told. */
const SERVICES = ['start', 'gateway', 'subgraph', 'worker', 'simulate'];

function run(node, { file, args }) {
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(
    node,
    [
      ...(file === 'src/hub.ts' ? (FRUGAL[args[0]] ?? []) : []),
      '--import',
      'tsx',
      '--import',
      './src/leave-with-parent.mjs',
      file,
      ...args,
    ],
    {
      cwd: root,
      env: { ...process.env, PATH: path },
      // a process group of its own: Ctrl-C then arrives once, from here, and not twice
      detached: true,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  let asked = 0;
  let askedAt = 0;
  const forward = (signal) => {
    // Ctrl-C may come twice for one key: from the terminal and from npm
    if (Date.now() - askedAt < 500) return;
    askedAt = Date.now();
    asked += 1;
    child.kill(asked > 2 ? 'SIGKILL' : signal);
  };
  process.on('SIGINT', () => forward('SIGINT'));
  process.on('SIGTERM', () => forward('SIGTERM'));
  process.on('SIGHUP', () => forward('SIGTERM'));
  watchNpm(() => forward('SIGTERM'));
  child.once('error', (error) => fail(`Không chạy được ${node}: ${error.message}`, `${node} can't be run: ${error.message}`));
  child.once('exit', (code, signal) => {
    const own = code ?? 128 + { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal];
    const stoppedInTime = asked > 0 && [129, 130, 143].includes(own);
    const isService = file === 'src/hub.ts' && SERVICES.includes(args[0]);
    process.exit(isService && stoppedInTime ? 0 : own || 0);
  });
}

if (!nodeAtLeast(20, 0)) {
  fail(
    `Cần Node 20 trở lên để bắt đầu (đang có ${process.version}). Hãy cài Node 24: https://nodejs.org/en/download`,
    `Node 20 or newer is needed to begin (this is ${process.version}). Install Node 24: https://nodejs.org/en/download`,
  );
}
const command = commandLine(process.argv.slice(2));
await install();
run(findNode(), command);
