import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Payment } from '../payment.type.ts';
import { qrImageOf } from './qr-image.ts';

@Resolver(() => Payment)
export class QrImageResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: '`qrPayload` as a picture that any page can show: an SVG in a data URL; null where there is none (ảnh mã QR).',
  })
  qrImage(@Root() { qrPayload }: Payment): string | null {
    return qrPayload === null ? null : qrImageOf(qrPayload);
  }
}
