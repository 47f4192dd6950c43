import { connect, type Socket } from 'node:net';

/** An answer, as it came. */
export interface RawAnswer {
  status: number;
  body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** One kept connection that carries one exchange at a time. It does nearly nothing, so that the machine's time goes to who is measured. */
export class Connection {
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes of the whole answer, once its head has been read. */
  #wanted = 0;
  #bodyFrom = 0;
  #status = 0;
  #settle: { resolve: (answer: RawAnswer) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the connection was closed')));
  }

  static open(url: URL): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  /** Sends the bytes of one request. Rejects where the connection breaks or the answer has no Content-Length. */
  exchange(request: Buffer): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#wanted === 0) this.#readHead();
    if (this.#wanted === 0 || this.#size < this.#wanted) return;
    const whole = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    const answer = { status: this.#status, body: whole.subarray(this.#bodyFrom, this.#wanted) };
    const settle = this.#settle;
    this.#chunks = [];
    this.#size = 0;
    this.#wanted = 0;
    this.#settle = undefined;
    settle?.resolve(answer);
  }

  #readHead(): void {
    const start = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
    const end = start.indexOf(HEAD_END);
    if (end < 0) return;
    const head = start.toString('latin1', 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#fail(new Error(`an answer without Content-Length: ${head.slice(0, 60)}`));
      return;
    }
    this.#status = Number(head.slice(9, 12));
    this.#bodyFrom = end + HEAD_END.length;
    this.#wanted = this.#bodyFrom + Number(length);
  }

  #fail(error: Error): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.reject(error);
  }
}

/** A POST as it goes over the wire. */
export function postOf(url: URL, request: { authorization: string; unit: string; body: string }): Buffer {
  const lines = [
    `POST ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    'Content-Type: application/json',
    'Accept: application/json',
    `Authorization: ${request.authorization}`,
    `X-Unit: ${request.unit}`,
    `Content-Length: ${Buffer.byteLength(request.body)}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${request.body}`);
}
