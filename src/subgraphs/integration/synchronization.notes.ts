import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A text that was longer than the outside system takes (nội dung bị rút gọn). Nothing of the text itself.' })
export class ShortenedText {
  @Field(() => String, { description: "The outside system's name of the field, with its place in a list (tên trường)." })
  field!: string;

  @Field(() => Int, { description: 'How long it was, in UTF-16 units (độ dài ban đầu).' })
  from!: number;

  @Field(() => Int, { description: 'How much of it was sent (độ dài đã gửi).' })
  to!: number;
}

@ObjectType({ description: 'What is to be known of a synchronization beyond that it arrived (ghi chú khi gửi).' })
export class SynchronizationNotes {
  @Field(() => [ShortenedText], { description: 'Texts that were shortened to what the outside system takes (nội dung bị rút gọn).' })
  shortened!: ShortenedText[];
}
