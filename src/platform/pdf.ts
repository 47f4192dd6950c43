import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

/** Tinos (SIL Open Font License): the widths of Times New Roman, which offices write in, with all Vietnamese letters; embedded. */
const FONTS = {
  plain: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const;
const require = createRequire(import.meta.url);
const STAMP_SIZE = 30;

export type Pdf = InstanceType<typeof PDFDocument>;

/** What a paper is called, and how it lies: margins in points. */
export interface PaperLayout {
  title: string;
  author: string;
  subject: string;
  language: string;
  size: 'A4' | 'A5';
  layout?: 'portrait' | 'landscape';
  margins: { top: number; bottom: number; left: number; right: number };
  /** Printed across each page: the paper is worth nothing. */
  stamp?: string | undefined;
}

/** Sets a paper with the fonts `plain`, `bold` and `italic`. */
export async function setPaper(paper: PaperLayout, write: (pdf: Pdf) => void): Promise<Buffer> {
  const { size, layout = 'portrait', margins, language: lang, title: Title, author: Author, subject: Subject, stamp } = paper;
  // Large, and needed by few: loaded with the first paper.
  const { default: Document } = await import('pdfkit');
  const pdf = new Document({ size, layout, margins, lang, displayTitle: true, info: { Title, Author, Subject } });
  for (const [name, file] of Object.entries(FONTS)) pdf.registerFont(name, require.resolve(file));
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  if (stamp !== undefined) {
    writeStamp(pdf, stamp);
    pdf.on('pageAdded', () => writeStamp(pdf, stamp));
  }
  write(pdf);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function writeStamp(pdf: Pdf, text: string): void {
  const { width, height } = pdf.page;
  const { x, y } = pdf;
  pdf.save();
  pdf
    .rotate(-35, { origin: [width / 2, height / 2] })
    .font('bold')
    .fontSize(STAMP_SIZE)
    .fillColor('#c33')
    .fillOpacity(0.18);
  pdf.text(text, (width - pdf.widthOfString(text)) / 2, height / 2 - STAMP_SIZE, { lineBreak: false });
  pdf.restore();
  pdf.fillColor('#000').fillOpacity(1).font('plain');
  pdf.x = x;
  pdf.y = y;
}
