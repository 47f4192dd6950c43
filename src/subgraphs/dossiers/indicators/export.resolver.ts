import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { UrlScalar } from '../../../platform/graphql/scalars.ts';
import { publicUrl } from '../../../platform/public-url.ts';
import type { FileFormat } from '../../../platform/table-file.ts';
import { exportPath } from './export.link.ts';
import { ServiceIndicators } from './indicators.type.ts';

const FileFormatType = defineEnum('IndicatorFileFormat', 'Form of a file of figures (định dạng tệp).', {
  XLSX: 'A workbook: units with their figures, and the rows of the index (bảng tính).',
  CSV: 'The rows of the index, RFC 4180, UTF-8 with a byte order mark.',
});

@Resolver(() => ServiceIndicators)
export class ExportResolver {
  @FieldResolver(() => UrlScalar, {
    description:
      'A file of these figures and of the units directly below (tải về), for a quarter of an hour and whoever holds the address; in Vietnamese, in English by Accept-Language: en.',
  })
  export(
    @Ctx() { hub, language }: HubContext,
    @Root() { asked }: ServiceIndicators,
    @Arg('format', () => FileFormatType, { description: 'Its form.' }) format: FileFormat,
  ): string {
    return publicUrl(hub) + exportPath(hub.cipher, { asked, format, language }, hub.clock.now());
  }
}
