import { randomUUID } from 'node:crypto';
import type { KnownDossier } from '../contract/manifest.ts';
import type { Journal } from '../contract/simulator.journal.ts';
import { type Fault, Faults } from './simulator.faults.ts';
import { knownLine } from './simulator.memory.ts';
import { type Answer, formReply, type Modes, modesRule, type Reply, type Surface } from './simulator.modes.ts';
import { fileOf, papersOf } from './simulator.papers.ts';
import { type Call, carryOut, codesOf, isWrite, parseCall } from './simulator.services.ts';
import { PortalStore } from './simulator.store.ts';

/** What the server does with a request: answer, or break the connection; `waitMs` before either. */
export interface Reaction {
  waitMs: number;
  answer: Answer | undefined;
}

/** A call as faults and answers see it. */
interface Played {
  service: string;
  codes: string[];
  surface: Surface;
}

interface Late {
  codes: Set<string>;
  lookUpsLeft: number;
  apply(): void;
}

/** The simulated portal: sessions, services, and the faults that an operator asked for. */
export class SimulatedPortal {
  readonly store = new PortalStore();
  readonly faults = new Faults();
  modes: Modes = modesRule.parse({});
  /** Set once what it holds has been carried out again. */
  journal: Journal | undefined;
  readonly #account: { username: string; password: string };
  readonly #now: () => Date;
  readonly #sessions = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #late: Late[] = [];

  constructor(account: { username: string; password: string }, now: () => Date) {
    this.#account = account;
    this.#now = now;
  }

  login(body: unknown): Reaction {
    this.#count('login');
    const { username, password } = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
    return this.#play({ service: 'login', codes: [], surface: 'portal' }, () => {
      const session = this.#open(username, password);
      return session === undefined
        ? { code: '-1', message: 'Sai tên đăng nhập hoặc mật khẩu', fields: { session: '' } }
        : { code: '0', message: '', fields: { session } };
    });
  }

  /** The LGSP's token, of client credentials: the same account has both. */
  token({ username, password, grant }: { username: unknown; password: unknown; grant: unknown }): Reaction {
    this.#count('login');
    return this.#play({ service: 'login', codes: [], surface: 'lgsp' }, () => {
      const token = grant === 'client_credentials' ? this.#open(username, password) : undefined;
      const expires_in = Math.ceil(this.modes.sessionTtlMs / 1_000);
      return token === undefined
        ? { code: '-1', message: '' }
        : { code: '0', message: '', fields: { access_token: token, scope: 'default', token_type: 'Bearer', expires_in } };
    });
  }

  call(body: unknown, surface: Surface): Reaction {
    const call = parseCall(body);
    if (typeof call === 'string') return this.#answer({ code: '-1', message: call }, { service: '', surface });
    this.#count(call.service);
    if (!this.#isOpen(call.session, surface)) return this.#answer(this.#expired(), { service: call.service, surface });
    const reaction = this.#play({ service: call.service, codes: codesOf(call), surface }, () => this.#carryOut(call));
    if (call.service === 'TraCuuHoSo' && reaction.answer !== undefined) this.#lookedUp(call);
    return reaction;
  }

  /** The store's login: the same account, an answer of its own. */
  storeLogin(body: unknown): Reaction {
    this.#count('store login');
    const { username, password } = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
    return this.#play({ service: 'store login', codes: [], surface: 'store' }, () => {
      const token = this.#open(username, password);
      return token === undefined
        ? { code: '-1', message: 'Sai tên đăng nhập hoặc mật khẩu' }
        : { code: '0', message: '', fields: { token } };
    });
  }

  storeCall(service: 'papers' | 'file', token: string, body: unknown): Reaction {
    this.#count(service);
    if (!this.#isOpen(token, 'store')) return this.#answer(this.#expired(), { service, surface: 'store' });
    return this.#play({ service, codes: [], surface: 'store' }, () => (service === 'papers' ? papersOf(body) : fileOf(body)));
  }

  /** Dossiers of which it was told by others than this province's connector. */
  know(dossiers: readonly KnownDossier[]): void {
    for (const dossier of dossiers) this.store.know(dossier);
    this.journal?.append(...dossiers.map(knownLine));
  }

  expireSessions(): number {
    const open = this.#sessions.size;
    this.#sessions.clear();
    return open;
  }

  get openSessions(): number {
    return this.#sessions.size;
  }

  /** Sets the modes named and puts all others back to their defaults; gives all of them. */
  behave(modes: unknown): Modes {
    this.modes = modesRule.parse(modes);
    return this.modes;
  }

  /** Back to the beginning: memory (on the disk too), faults, modes and what was still to be carried out. Sessions stay. */
  reset(): void {
    this.stop();
    this.store.reset();
    this.journal?.clear();
    this.faults.remove();
    this.behave({});
  }

  /** Forgets what was still to be carried out. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#late = [];
  }

  #carryOut(call: Call): Reply {
    const reply = carryOut(this.store, this.modes, call);
    if (reply.code === '0' && isWrite(call)) this.journal?.append({ ...call, session: '' });
    return reply;
  }

  #play(played: Played, apply: () => Reply): Reaction {
    const { service, codes } = played;
    const taken = this.faults.take(service, codes);
    if (taken === undefined) return this.#answer(apply(), played);
    const { fault, code } = taken;
    const { faultsPlayed } = this.store.counters;
    faultsPlayed[fault.kind] = (faultsPlayed[fault.kind] ?? 0) + 1;
    if (fault.kind === 'reject') {
      this.store.counters.refusals += 1;
      return this.#answer({ code: fault.code, message: fault.message.replaceAll('{code}', code ?? '') }, played);
    }
    if (fault.kind === 'expired') return this.#answer(this.#expired(), played);
    if (fault.kind === 'slow') return { ...this.#answer(apply(), played), waitMs: fault.ms };
    if (fault.kind === 'page') {
      if (fault.applied) apply();
      return { waitMs: 0, answer: { status: fault.status, text: PAGE, type: 'text/html; charset=utf-8' } };
    }
    if (fault.kind === 'apply-late') this.#later(fault, codes, apply);
    if (fault.kind === 'delay-after' || fault.kind === 'drop-after') apply();
    const waits = fault.kind === 'delay-after' || fault.kind === 'silent';
    return { waitMs: waits ? fault.ms : 0, answer: undefined };
  }

  #later(fault: Fault, codes: string[], apply: () => void): void {
    if (fault.afterLookUps !== undefined) {
      this.#late.push({ codes: new Set(codes), lookUpsLeft: fault.afterLookUps, apply });
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      apply();
    }, fault.ms);
    this.#timers.add(timer);
  }

  /** Runs after the look-up's answer was made, so that the answer still says no. */
  #lookedUp(call: Call): void {
    const [code] = codesOf(call);
    for (const late of this.#late) {
      if (code !== undefined && late.codes.has(code)) late.lookUpsLeft -= 1;
      if (late.lookUpsLeft === 0) late.apply();
    }
    this.#late = this.#late.filter((late) => late.lookUpsLeft > 0);
  }

  /** A session, or a token; undefined: not to this account. */
  #open(username: unknown, password: unknown): string | undefined {
    if (username !== this.#account.username || password !== this.#account.password) return undefined;
    const session = `SIM-${randomUUID()}`;
    if (this.modes.singleSession) this.#sessions.clear();
    this.#sessions.set(session, this.#now().getTime());
    this.store.counters.logins += 1;
    return session;
  }

  #isOpen(session: string, surface: Surface): boolean {
    if (surface === 'gateway') return this.modes.gatewayToken === '' || session === this.modes.gatewayToken;
    const openedAt = this.#sessions.get(session);
    return openedAt !== undefined && this.#now().getTime() - openedAt < this.modes.sessionTtlMs;
  }

  #expired(): Reply {
    return { code: this.modes.expiredCode, message: this.modes.expiredMessage, expired: true };
  }

  #answer(reply: Reply, { service, surface }: Omit<Played, 'codes'>): Reaction {
    return { waitMs: 0, answer: formReply(reply, service, { modes: this.modes, surface }) };
  }

  #count(service: string): void {
    const { calls } = this.store.counters;
    calls[service] = (calls[service] ?? 0) + 1;
  }
}

const PAGE = '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>';
