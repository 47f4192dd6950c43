import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'A paper that came with a dossier and is no component of its procedure (giấy tờ khác kèm theo).' })
export class OtherPaperInput {
  @Field(() => String, { description: 'Name (tên giấy tờ).' })
  name!: string;

  @Field(() => Int, { description: 'How many (số lượng).' })
  count!: number;

  @Field(() => Int, { nullable: true, description: "The portal's kind of paper (loại giấy tờ); its list is not published." })
  kind?: number | null;
}

/** May speak of people in whatever words: kept sealed, with what the portal is told, and shown to nobody else. */
@InputType({
  description:
    'What a source has to say of a dossier to the national portal alone; the hub passes it on and shows it to nobody (thông tin chỉ gửi Cổng DVCQG). A version that leaves it out takes it back.',
})
export class PortalParticularsInput {
  @Field(() => String, { nullable: true, description: 'GhiChu: a note.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'ThongTinKhac: what else is to be said of the owner or the case.' })
  otherInformation?: string | null;

  @Field(() => String, { nullable: true, description: 'SoBienNhan: number of the receipt slip, where there is one beside the code.' })
  receiptNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'ThongTinTra: how or to whom the result was returned.' })
  returnNote?: string | null;

  @Field(() => String, { nullable: true, description: "Fax: the owner's." })
  fax?: string | null;

  @Field(() => [OtherPaperInput], { nullable: true, description: 'DanhSachTepDinhKemKhac: papers that are no component of the procedure.' })
  otherPapers?: OtherPaperInput[] | null;
}
