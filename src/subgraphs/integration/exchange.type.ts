import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What one attempt sent and what came back, personal data masked (trao đổi với hệ thống ngoài).' })
export class Exchange {
  @Field(() => Date, { description: 'When it was sent (thời điểm gửi).' })
  at!: Date;

  @Field(() => Int, { description: 'Of which attempt, from 1 (lần gửi).' })
  attempt!: number;

  @Field(() => String, { description: 'The upstream service that was called (dịch vụ).' })
  service!: string;

  @Field(() => String, { description: 'What was sent of this subject, shortened where it is long (nội dung gửi).' })
  sent!: string;

  @Field(() => String, { description: 'What came back, or why nothing did, shortened where it is long (nội dung nhận).' })
  received!: string;

  @Field(() => Int, { description: 'How long it took, in milliseconds (thời gian).' })
  milliseconds!: number;
}
