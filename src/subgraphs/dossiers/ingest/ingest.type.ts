import { Field, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import type { Outcome } from './batch.ts';

export const IngestOutcome = defineEnum('IngestOutcome', 'What became of a dossier that a source sent (kết quả tiếp nhận).', {
  CREATED: 'New to the hub.',
  UPDATED: 'A newer version was taken.',
  UNCHANGED: 'The hub has it already.',
  STALE: 'Older than what the hub has; its new steps were joined.',
  REJECTED: 'Not taken, see userErrors.',
});

@ObjectType({ description: 'What became of one dossier of a batch, at its place.' })
export class IngestResult {
  id!: string | undefined;

  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => IngestOutcome, { description: 'What became of it.' })
  outcome!: Outcome;

  @Field(() => [UserError], { description: 'Why it was not taken: the field and the reason.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of a batch.' })
export class IngestDossiersPayload {
  @Field(() => [IngestResult], { description: 'One for each dossier, in the order of the input.' })
  results!: IngestResult[];

  @Field(() => Int, { description: 'How many are new.' })
  created!: number;

  @Field(() => Int, { description: 'How many changed.' })
  updated!: number;

  @Field(() => Int, { description: 'How many were there already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many were older than what is held.' })
  stale!: number;

  @Field(() => Int, { description: 'How many were not taken.' })
  rejected!: number;

  @Field(() => Int, { description: 'How many new steps the state machine does not foresee: taken, and marked on the event.' })
  unusualSteps!: number;
}
