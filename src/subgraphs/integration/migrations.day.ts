import { Migration } from '@mikro-orm/migrations';

/** Who is told of a unit's day each working morning, and what was told: one message for each of them and day. Addresses are sealed. */
export class TellDays extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE integration.day_recipient (
        id uuid PRIMARY KEY,
        unit text NOT NULL,
        role text NOT NULL CHECK (role IN ('UNIT_LEADER', 'ACCOUNTANT', 'OPERATOR')),
        channel text NOT NULL CHECK (channel IN ('EMAIL', 'WEBHOOK')),
        address bytea NOT NULL,
        secret bytea,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        removed_at timestamptz,
        CHECK ((secret IS NULL) = (channel = 'EMAIL')))`);
    this.addSql(`CREATE INDEX day_recipient_of ON integration.day_recipient (unit, role) WHERE removed_at IS NULL`);
    this.addSql(`
      CREATE TABLE integration.day_message (
        recipient uuid NOT NULL REFERENCES integration.day_recipient,
        day date NOT NULL,
        content jsonb NOT NULL,
        state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'SENT', 'REFUSED', 'EXPIRED')),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        sent_at timestamptz,
        error_code text,
        PRIMARY KEY (recipient, day),
        CHECK ((state = 'SENT') = (sent_at IS NOT NULL)))`);
    this.addSql(`CREATE INDEX day_message_waiting ON integration.day_message (next_attempt_at) WHERE state = 'PENDING'`);
  }
}
