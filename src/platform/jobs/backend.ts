import {
  createPostgresBackend,
  type JobsOptions,
  type PostgresConnectionOptions,
  Queue,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { both, ConfigError, named } from '../config/problem.ts';
import { surviveLostConnections } from '../database/database.ts';

/** One queue for all jobs: each worker then holds one listening connection, however many jobs there are. */
const QUEUE = 'hub';
const SCHEMA = 'bullmq';
const CONNECT_TIMEOUT_MS = 5_000;

/** Where wake-ups are kept: Redis or Valkey where `queueUrl` names one, else the hub's own PostgreSQL. */
export interface QueueLocation {
  databaseUrl: string;
  queueUrl: string | undefined;
}

/** A job as the queue hands it to a worker. */
export interface QueuedJob {
  name: string;
  data: unknown;
}

/** What the hub uses of a queue; the same over PostgreSQL and Redis. */
export interface QueueBackend {
  add(name: string, data: object, options: JobsOptions): Promise<void>;
  /** Throws where the queue can't be reached. */
  ping(): Promise<void>;
  work(process: (job: QueuedJob) => Promise<void>, options: Omit<WorkerOptions, 'connection' | 'prefix'>): QueueWorker;
  /** Makes the queue anew where it is gone. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** The part of a BullMQ worker that does not depend on where the queue is. */
export type QueueWorker = Pick<Worker, 'close' | 'pause' | 'resume' | 'waitUntilReady'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
};

/** Opens the queue; with `workers` it has room for their listening connections. */
export async function openBackend(location: QueueLocation, workers: number): Promise<QueueBackend> {
  return location.queueUrl === undefined ? openPostgres(location.databaseUrl, workers) : openRedis(location.queueUrl);
}

async function openPostgres(databaseUrl: string, workers: number): Promise<QueueBackend> {
  // BullMQ builds no pool of its own in an ES module; its functions are found by the search path alone.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${SCHEMA},public`,
    application_name: 'hub-queue',
    max: 3 + 2 * workers,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  surviveLostConnections(pool);
  const restore = async (): Promise<void> => {
    const client = await pool.connect();
    try {
      // One transaction under an advisory lock: processes that start together take turns.
      await runMigrations(client, SCHEMA);
    } finally {
      client.release();
    }
  };
  try {
    await restore();
  } catch (error) {
    await pool.end();
    throw error;
  }
  // A pool is what BullMQ asks for; only the mutability of its parameter lists is declared otherwise.
  const connection = pool as unknown as PostgresConnectionOptions;
  const queue = new Queue(QUEUE, { connection }, createPostgresBackend);
  queue.on('error', () => undefined);
  return {
    add: async (name, data, options) => {
      await queue.add(name, data, options);
    },
    ping: async () => {
      await pool.query(`SELECT 1 FROM ${SCHEMA}.migration LIMIT 1`);
    },
    work: (process, options) => new Worker(QUEUE, process, { ...options, connection }, createPostgresBackend),
    restore,
    close: async () => {
      await queue.close();
      await pool.end();
    },
  };
}

async function openRedis(queueUrl: string): Promise<QueueBackend> {
  // A producer fails fast, because a mutation waits for it; a worker waits for the server's return.
  const producer = new Redis(queueUrl, { maxRetriesPerRequest: 1, connectTimeout: CONNECT_TIMEOUT_MS, lazyConnect: false });
  const consumer = new Redis(queueUrl, { maxRetriesPerRequest: null, connectTimeout: CONNECT_TIMEOUT_MS, lazyConnect: true });
  for (const connection of [producer, consumer]) connection.on('error', () => undefined);
  await reach(producer);
  const queue = new Queue(QUEUE, { connection: producer, prefix: QUEUE, skipWaitingForReady: true });
  queue.on('error', () => undefined);
  return {
    add: async (name, data, options) => {
      await queue.add(name, data, options);
    },
    ping: async () => {
      await producer.ping();
    },
    work: (process, options) => new Worker(QUEUE, process, { ...options, connection: consumer, prefix: QUEUE }),
    // Redis needs no tables: what was lost comes back with the next wake-up.
    restore: async () => undefined,
    close: async () => {
      await queue.close();
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** Throws ConfigError where no server answers at first: later it may go and come as it likes. */
async function reach(connection: Redis): Promise<void> {
  // The failure of a command says no more than that there is no connection; the connection says why.
  let why: Error | undefined;
  connection.on('error', (error: Error) => {
    why ??= error;
  });
  try {
    await connection.ping();
  } catch (error) {
    connection.disconnect();
    const { host, port } = connection.options;
    const { code, message } = (why ?? error) as { code?: string; message: string };
    const text = both(
      `không dùng được Redis/Valkey ở ${host}:${port} (${code ?? message}). Hãy kiểm tra địa chỉ, mật khẩu và máy chủ, hoặc bỏ trống để dùng PostgreSQL.`,
      `Redis/Valkey at ${host}:${port} can't be used (${code ?? message}). Check the address, the password and the server, or leave it out to use PostgreSQL.`,
    );
    throw new ConfigError(named('QUEUE_URL', text), { cause: error });
  }
}
