import { Directive, Field, ObjectType } from 'type-graphql';
import type { Message } from '../language.ts';
import './shared-types.ts';

/** One thing that a unit needs before it works through the hub; every subgraph tells of what it keeps. */
@Directive('@shareable')
@ObjectType({ description: 'One thing that a unit needs before it works through the hub (việc cần làm khi đưa vào sử dụng).' })
export class OnboardingItem {
  @Field(() => String, { description: 'What it is, in one word, e.g. FIRST_DOSSIER.' })
  code!: string;

  @Field(() => String, { description: 'What it is, in Vietnamese (nội dung).' })
  titleVi!: string;

  @Field(() => String, { description: 'What it is, in English.' })
  titleEn!: string;

  @Field(() => Boolean, { description: 'It is there (đã xong).' })
  done!: boolean;

  @Field(() => String, { nullable: true, description: 'Which one, since when, or what is missing (chi tiết).' })
  detail!: string | null;
}

/** An item; `detail` null: there is no more to say. */
export function onboardingItem(code: string, title: Message, state: { done: boolean; detail: string | null }): OnboardingItem {
  return { code, titleVi: title.vi, titleEn: title.en, ...state };
}
