import { type Pdf, setPaper } from '../../../platform/pdf.ts';
import type { SlipContent } from './slip.content.ts';

/** Points. Administrative papers: A4, 3 cm at the left, 2 cm elsewhere. */
const MARGINS = { top: 57, bottom: 57, left: 85, right: 57 };
const SIZE = 13;
const SMALL = 11;

/** Sets a paper as PDF. */
export function slipPdf(content: SlipContent, language: string): Promise<Buffer> {
  const { title, number, stamp } = content;
  const paper = { title, author: content.office[0], subject: number, language, size: 'A4' as const, margins: MARGINS, stamp };
  return setPaper(paper, (pdf) => {
    pdf.fontSize(SIZE);
    writeHead(pdf, content);
    writeBody(pdf, content);
    writeSignatures(pdf, content);
  });
}

function writeHead(pdf: Pdf, content: SlipContent): void {
  const { left } = MARGINS;
  const width = pdf.page.width - left - MARGINS.right;
  const [office, state] = [width * 0.46, width * 0.54];
  const top = pdf.font('italic').fontSize(SMALL).text(content.form, { align: 'right' }).y + 4;
  pdf.font('plain').fontSize(SMALL).text(content.office[0], left, top, { width: office, align: 'center' });
  pdf.font('bold').text(content.office[1], { width: office, align: 'center' });
  pdf.font('plain').text(content.number, { width: office, align: 'center' });
  const below = pdf.y;
  pdf.font('bold').text(content.state[0], left + office, top, { width: state, align: 'center' });
  pdf.text(content.state[1], { width: state, align: 'center', underline: true });
  pdf.moveDown(0.4).font('italic').text(content.dated, { width: state, align: 'center' });
  pdf.x = left;
  pdf.y = Math.max(below, pdf.y) + 18;
  pdf
    .font('bold')
    .fontSize(SIZE + 1)
    .text(content.title, { align: 'center' })
    .moveDown(0.8);
}

function writeBody(pdf: Pdf, { opening, facts, list, closing }: SlipContent): void {
  pdf.font('plain').fontSize(SIZE).text(opening, { lineGap: 2 }).moveDown(0.4);
  for (const { label, value } of facts) {
    pdf
      .font('plain')
      .text(`${label}: `, { continued: true, lineGap: 2 })
      .font('bold')
      .text(value === '' ? '…' : value, { lineGap: 2 });
  }
  if (list !== undefined) {
    pdf.font('plain').text(`${list.label}:`, { lineGap: 2 });
    list.items.forEach((item, at) => void pdf.text(`${at + 1}. ${item}`, { indent: 18, lineGap: 2 }));
  }
  pdf.moveDown(0.4).font('italic').text(closing, { lineGap: 2 }).moveDown(1);
}

function writeSignatures(pdf: Pdf, { signatures }: SlipContent): void {
  const width = (pdf.page.width - MARGINS.left - MARGINS.right) / signatures.length;
  const height = 110;
  if (pdf.y + height > pdf.page.height - MARGINS.bottom) pdf.addPage();
  const top = pdf.y;
  signatures.forEach(({ title, note, name }, at) => {
    const left = MARGINS.left + at * width;
    pdf.font('bold').fontSize(SIZE).text(title.toLocaleUpperCase('vi'), left, top, { width, align: 'center' });
    pdf.font('italic').fontSize(SMALL).text(note, { width, align: 'center' });
    pdf
      .font('bold')
      .fontSize(SIZE)
      .text(name, left, top + height - 30, { width, align: 'center' });
  });
}
