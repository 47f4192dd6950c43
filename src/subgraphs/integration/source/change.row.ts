import { writeCursor } from '../../../platform/graphql/connection.ts';
import { openPersonal } from '../../../platform/outbox/outbox.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import type { ChangePayload } from './change.payload.ts';

/** A row of `integration.source_change`, by its column names. */
export interface ChangeRow {
  source: string;
  sequence: number;
  key: string;
  at: Date;
  kind: string;
  dossier_id: string;
  dossier_code: string;
  citizen_id: string | null;
  receiving_unit: string | null;
  handling_unit: string | null;
  scope: string[];
  payload: ChangePayload | null;
  sealed: Buffer | null;
}

/** Where a change stands in its source's stream; opaque to others. */
export function cursorOf({ source, sequence }: Pick<ChangeRow, 'source' | 'sequence'>): string {
  return writeCursor([source, String(sequence)]);
}

/** What a change says. Throws where no held key opens it. */
export function payloadOf(cipher: Cipher, row: Pick<ChangeRow, 'payload' | 'sealed'>): ChangePayload {
  const payload = row.payload ?? openPersonal<ChangePayload>(cipher, row.sealed);
  if (payload === undefined) throw new Error('a change without content');
  return payload;
}
