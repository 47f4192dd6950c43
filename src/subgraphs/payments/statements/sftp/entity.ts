import { defineEntity, p } from '@mikro-orm/core';

/** A server from which statements are fetched, as its last visit went. */
export const SftpSourceEntity = defineEntity({
  name: 'SftpSource',
  tableName: 'sftp_source',
  properties: {
    name: p.text().primary(),
    provider: p.text(),
    /** Why the last visit failed; null: it did not. */
    problem: p.text().nullable(),
    /** Visits that failed one after another. */
    failures: p.integer(),
    failingSince: p.datetime().nullable(),
    /** Not visited before. */
    nextAt: p.datetime().nullable(),
    succeededAt: p.datetime().nullable(),
  },
});

/** A file on such a server, as it was when it last changed. */
export const SftpFileEntity = defineEntity({
  name: 'SftpFile',
  tableName: 'sftp_file',
  properties: {
    source: p.text().primary(),
    name: p.text().primary(),
    size: p.bigint('number'),
    modifiedMs: p.bigint('number'),
    state: p.text(),
    /** Of what was fetched last under this name. */
    sha256: p.blob().nullable(),
    notedAt: p.datetime(),
  },
});
