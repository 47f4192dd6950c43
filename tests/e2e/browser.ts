import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A page of a real browser, as the tests drive it. */
export interface Page {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page; a promise is waited for. Throws what the page throws. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until the expression is true in the page; throws when it is not within `seconds`. */
  until(expression: string, seconds?: number): Promise<void>;
  /** Presses a key as a person does, e.g. `Tab`, `Enter`. */
  press(key: 'Tab' | 'Enter'): Promise<void>;
  /** What the page itself reported: refused resources, errors of its scripts. */
  readonly complaints: string[];
  send(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** How a page is looked at · a screen of 1440 × 1000, light, with scripts */
export interface View {
  width?: number;
  height?: number;
  dark?: boolean;
  scripts?: boolean;
}

export interface Browser {
  /** A page that shares no cookie and no storage with any other. */
  open(view?: View): Promise<Page>;
  close(): Promise<void>;
}

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** Speaks the Chrome DevTools Protocol. Source: https://chromedevtools.github.io/devtools-protocol/ */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  readonly listeners = new Set<(message: Message) => void>();
  #sent = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
  }

  send(method: string, params: Record<string, unknown> = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.#sent += 1;
    const id = this.#sent;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  }

  #receive(message: Message): void {
    const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
    if (message.id === undefined) for (const listener of this.listeners) listener(message);
    else this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result ?? {});
    else waiting?.reject(new Error(message.error.message));
  }
}

/** Starts a browser without a window, on a profile of its own. */
export async function launchBrowser(program: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'hub-browser-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--remote-debugging-port=0'];
  // A group of its own, so that closing reaches what the browser started too.
  const child = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const socket = new WebSocket(await addressOf(child));
  await once(socket, 'open');
  const connection = new Connection(socket);
  return {
    open: (view) => openPage(connection, view ?? {}),
    close: async () => {
      socket.close();
      const exited = once(child, 'exit');
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('the browser has no standard error');
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('the browser ended before it listened');
}

async function openPage(connection: Connection, view: View): Promise<Page> {
  const { browserContextId } = await connection.send('Target.createBrowserContext');
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const send: Page['send'] = (method, params) => connection.send(method, params, sessionId as string);
  const complaints: string[] = [];
  connection.listeners.add((message) => {
    if (message.sessionId === sessionId) complaints.push(...complaintIn(message));
  });
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
  const { width = 1440, height = 1000 } = view;
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: view.dark === true ? 'dark' : 'light' }] });
  if (view.scripts === false) await send('Emulation.setScriptExecutionDisabled', { value: true });
  const close = async () => {
    await connection.send('Target.disposeBrowserContext', { browserContextId });
  };
  return { ...actionsOf(connection, send, sessionId as string), complaints, send, close };
}

function complaintIn({ method, params }: Message): string[] {
  if (method === 'Runtime.exceptionThrown') return [JSON.stringify(params?.['exceptionDetails'])];
  const entry = params?.['entry'] as { level: string; text: string } | undefined;
  return method === 'Log.entryAdded' && entry?.level === 'error' ? [entry.text] : [];
}

function actionsOf(connection: Connection, send: Page['send'], sessionId: string): Omit<Page, 'complaints' | 'send' | 'close'> {
  const evaluate: Page['evaluate'] = async (expression) => {
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const fault = answer['exceptionDetails'] as { exception?: { description?: string } } | undefined;
    if (fault !== undefined) throw new Error(fault.exception?.description ?? expression);
    return (answer['result'] as { value: never }).value;
  };
  return {
    evaluate,
    goto: async (url) => {
      const loaded = new Promise<void>((resolve) => {
        const listener = (message: Message) => {
          if (message.sessionId !== sessionId || message.method !== 'Page.loadEventFired') return;
          connection.listeners.delete(listener);
          resolve();
        };
        connection.listeners.add(listener);
      });
      await send('Page.navigate', { url });
      await loaded;
    },
    until: async (expression, seconds = 20) => {
      const end = Date.now() + seconds * 1_000;
      while (!(await evaluate<boolean>(`Boolean(${expression})`))) {
        if (Date.now() > end) throw new Error(`not true within ${seconds} s: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    press: async (key) => {
      const text = key === 'Enter' ? '\r' : '';
      const code = key === 'Enter' ? 13 : 9;
      for (const type of ['keyDown', 'keyUp']) {
        await send('Input.dispatchKeyEvent', { type, key, code: key, text: type === 'keyDown' ? text : '', windowsVirtualKeyCode: code });
      }
    },
  };
}
