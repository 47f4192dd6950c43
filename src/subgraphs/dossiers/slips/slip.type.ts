import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UrlScalar } from '../../../platform/graphql/scalars.ts';

/** The papers that a desk gives out: forms 01–04 of the one-stop circular. */
export const SlipKind = {
  APPOINTMENT: 'APPOINTMENT',
  SUPPLEMENT_REQUEST: 'SUPPLEMENT_REQUEST',
  REFUSAL: 'REFUSAL',
  APOLOGY: 'APOLOGY',
} as const;
export type SlipKind = keyof typeof SlipKind;

registerEnumType(SlipKind, {
  name: 'SlipKind',
  description: 'Which of the four forms of the one-stop desk a paper is.',
  valuesConfig: {
    APPOINTMENT: {
      description: 'Appointment slip: received, and when the result is due (Mẫu 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả).',
    },
    SUPPLEMENT_REQUEST: { description: 'Supplement request (Mẫu 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ).' },
    REFUSAL: { description: 'Refusal at reception (Mẫu 03, phiếu từ chối tiếp nhận giải quyết hồ sơ).' },
    APOLOGY: { description: 'Apology with a new due date (Mẫu 04, phiếu xin lỗi và hẹn lại ngày trả kết quả).' },
  },
});

@ObjectType({ description: 'A paper that the desk gives out for a dossier (giấy, phiếu), as PDF.' })
export class Slip {
  @Field(() => SlipKind, { description: 'Which form.' })
  kind!: SlipKind;

  @Field(() => Int, { description: 'Its number among the papers of its kind for this dossier, from 1.' })
  number!: number;

  @Field(() => Date, { description: 'What it is dated (ngày lập).' })
  issuedAt!: Date;

  @Field(() => UrlScalar, {
    description: 'The PDF, for a quarter of an hour and whoever holds the address; in Vietnamese, in English by Accept-Language: en.',
  })
  url!: string;
}
