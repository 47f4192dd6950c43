import { type CopyValue, copyRows } from '../database/copy.ts';
import type { Transaction } from '../database/database.ts';
import { newUuid } from '../ids.ts';
import type { Cipher } from '../pii/cipher.ts';
import { type OutboxEvent, sealPersonal } from './outbox.ts';

const TARGET = {
  table: 'outbox.event',
  columns: ['key', 'at', 'kind', 'subject_id', 'subject', 'connector', 'operation', 'sequence', 'receiving_unit'].concat([
    'handling_unit',
    'scope',
    'citizen_index',
    'data',
    'sealed',
  ]),
};

/** Appends events like `appendEvents`, but by COPY: for thousands at a time. Returns how many. */
export function copyEvents(sql: Transaction, cipher: Cipher, events: Iterable<OutboxEvent>): Promise<number> {
  return copyRows(sql, TARGET, rows(cipher, events));
}

function* rows(cipher: Cipher, events: Iterable<OutboxEvent>): Generator<CopyValue[]> {
  for (const event of events) {
    const { at, kind, subjectId, subject, delivery, receivingUnit, handlingUnit, scope, citizenIndex, data, personal } = event;
    yield [
      ...[newUuid(), at, kind, subjectId, subject, delivery?.connector ?? null, delivery?.operation ?? null, delivery?.sequence ?? null],
      ...[receivingUnit ?? null, handlingUnit ?? null, scope ?? [], citizenIndex ?? null, data ?? {}, sealPersonal(cipher, personal)],
    ];
  }
}
