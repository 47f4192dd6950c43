import { Arg, ID } from 'type-graphql';

/** The argument by which a client may repeat a mutation, see `once`. */
export function IdempotencyKey() {
  return Arg('idempotencyKey', () => ID, {
    nullable: true,
    description:
      'The same key and input change nothing more and give what was changed again, per caller; left out: each call counts (khóa chống lặp).',
  });
}
