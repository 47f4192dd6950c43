import { type Pdf, setPaper } from '../../../platform/pdf.ts';

/** What a receipt shows; nothing about how it looks. */
export interface ReceiptContent {
  unit: string;
  template: string;
  symbol: string;
  number: string;
  payer: string;
  dossier: string;
  fees: { name: string; amount: string }[];
  total: string;
  words: string;
  way: string;
  date: { day: string; month: string; year: string };
  /** Cancelled, replaced or issued in training: printed across. */
  stamp: string | undefined;
}

const MARGINS = { top: 34, bottom: 34, left: 43, right: 43 };
const SIZE = 11;

/** Sets a receipt of fees and charges as PDF, A5. Contents by Article 32 of Decree 123/2020/NĐ-CP (recalled). */
export function receiptPdf(content: ReceiptContent): Promise<Buffer> {
  const title = `Biên lai thu phí, lệ phí ${content.symbol} ${content.number}`;
  const paper = {
    title,
    author: content.unit,
    subject: content.dossier,
    language: 'vi',
    size: 'A5' as const,
    layout: 'landscape' as const,
  };
  return setPaper({ ...paper, margins: MARGINS, stamp: content.stamp }, (pdf) => {
    head(pdf, content);
    body(pdf, content);
    foot(pdf, content);
  });
}

function head(pdf: Pdf, { unit, template, symbol, number, date }: ReceiptContent): void {
  const { left } = MARGINS;
  const width = pdf.page.width - left - MARGINS.right;
  const [top] = [pdf.y];
  pdf
    .font('bold')
    .fontSize(SIZE)
    .text(unit.toLocaleUpperCase('vi'), left, top, { width: width * 0.6 });
  const below = pdf.y;
  const right = { width: width * 0.4, align: 'right' as const };
  pdf.font('plain').text(`Mẫu số: ${template}`, left + width * 0.6, top, right);
  pdf.text(`Ký hiệu: ${symbol}`, right).text(`Số: ${number}`, right);
  pdf.x = left;
  pdf.y = Math.max(below, pdf.y) + 8;
  pdf
    .font('bold')
    .fontSize(SIZE + 4)
    .text('BIÊN LAI THU PHÍ, LỆ PHÍ', { width, align: 'center' });
  pdf.font('italic').fontSize(SIZE).text(`Ngày ${date.day} tháng ${date.month} năm ${date.year}`, { width, align: 'center' }).moveDown(0.6);
}

function body(pdf: Pdf, { payer, dossier, fees, total, words, way }: ReceiptContent): void {
  line(pdf, 'Người nộp', payer);
  line(pdf, 'Mã hồ sơ', dossier);
  for (const { name, amount } of fees) line(pdf, name, amount);
  line(pdf, 'Tổng số tiền', total);
  line(pdf, 'Bằng chữ', words);
  line(pdf, 'Hình thức nộp', way);
}

function line(pdf: Pdf, label: string, value: string): void {
  pdf
    .font('plain')
    .text(`${label}: `, { continued: true, lineGap: 2 })
    .font('bold')
    .text(value === '' ? '…' : value, { lineGap: 2 });
}

function foot(pdf: Pdf, { unit }: ReceiptContent): void {
  const width = pdf.page.width - MARGINS.left - MARGINS.right;
  pdf.moveDown(0.8).font('italic').text('Biên lai được lập bằng phương tiện điện tử.', { width });
  pdf
    .moveDown(0.4)
    .font('bold')
    .text('ĐƠN VỊ THU', MARGINS.left + width / 2, pdf.y, { width: width / 2, align: 'center' });
  pdf.font('plain').text(unit, { width: width / 2, align: 'center' });
}
