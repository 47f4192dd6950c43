import { UpstreamError } from '../contract/errors.ts';
import type { FoundReceipt, ReceiptContent, WrittenReceipt } from '../contract/receipt.ts';
import type { Mark } from './config.ts';
import type { Act, Profile } from './profile.ts';
import { escapeXml, firstOf, readXml, tag, textIn } from './xml.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const LONGEST_REASON = 200;

/** A call as it goes out: the operation's name and its fields in their order. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A SOAP 1.1 envelope around one operation. */
export function envelopeOf(operation: string, namespace: string, fields: Fields): string {
  const inner = fields.map(([name, value]) => tag(name, value)).join('');
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${SOAP}"><soap:Body><${operation} xmlns="${escapeXml(namespace)}">${inner}</${operation}></soap:Body></soap:Envelope>`;
}

/** The content of a receipt, as it travels inside a field of the envelope. */
export function issueContent(content: ReceiptContent): string {
  return `<Invoices><Inv>${tag('key', content.key)}<Invoice>${invoiceOf(content)}</Invoice></Inv></Invoices>`;
}

/** The same for one that replaces another. */
export function replaceContent(content: ReceiptContent, { replacement }: Profile): string {
  return `<${replacement}>${tag('key', content.key)}${invoiceOf(content)}</${replacement}>`;
}

function invoiceOf({ key, date, payerName, total, totalInWords, method, fees }: ReceiptContent): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const products = fees.map(
    (fee) =>
      `<Product>${tag('Code', fee.code)}${tag('ProdName', fee.name)}${tag('ProdUnit', '')}${tag('ProdQuantity', 1)}${tag('ProdPrice', fee.amount)}${tag('Total', fee.amount)}${tag('Amount', fee.amount)}</Product>`,
  );
  return [
    // A payer's code is theirs alone if it is the payment's: no number of a person is needed.
    ...[tag('CusCode', key), tag('ArisingDate', `${day}/${month}/${year}`), tag('CusName', payerName)],
    ...[tag('Total', total), tag('Amount', total), tag('AmountInWords', totalInWords), tag('VATAmount', 0), tag('VATRate', 0)],
    ...[tag('CusAddress', ''), tag('PaymentMethod', method), tag('Extra', fees.map(({ name }) => name).join('; '))],
    `<Products>${products.join('')}</Products>`,
  ].join('');
}

/** What stands in `<operation>Result` of an answer. Undefined: this is no such answer. */
export function resultOf(body: string, operation: string): string | undefined {
  try {
    return firstOf(readXml(body), `${operation}Result`)?.text.trim();
  } catch {
    // Whatever is wrong with it, it is no answer; the caller says so with the status.
    return undefined;
  }
}

/** `OK:pattern;serial-key_num` or `OK:pattern;serial;num`. Undefined: it says something else. */
export function writtenIn(result: string, key: string, { template, symbol }: Mark): WrittenReceipt | undefined {
  if (!result.startsWith('OK:')) return undefined;
  const said = result.slice('OK:'.length).split(',', 1)[0] ?? '';
  for (const form of [`${template};${symbol}-${key}_`, `${template};${symbol};`]) {
    const number = said.startsWith(form) ? said.slice(form.length).trim() : '';
    if (/^\d{1,10}$/.test(number)) return { number: padded(number), template, symbol };
  }
  return undefined;
}

/** Seven digits at least, as receipts bear them. */
const padded = (number: string) => number.padStart(7, '0');

/** What a look-up says is held; undefined: nothing. Throws UpstreamError where that can't be told. */
export function foundIn(result: string, { found, states }: Profile): FoundReceipt | undefined {
  let item: ReturnType<typeof firstOf>;
  try {
    item = firstOf(readXml(result), found.item);
  } catch {
    throw unreadable(result);
  }
  if (item === undefined) return undefined;
  const number = textIn(item, found.number);
  const total = textIn(item, found.total);
  if (!/^\d{1,10}$/.test(number)) throw unreadable(result);
  const base = { number: padded(number), template: textIn(item, found.template), symbol: textIn(item, found.symbol) };
  const state = states[textIn(item, found.state)] ?? 'UNKNOWN';
  return { ...base, state, ...(/^\d{1,15}$/.test(total) && { total: Number(total) }) };
}

/** The error for an answer that says neither yes nor no: what was asked for may have been done. */
export const unreadable = (result: string): UpstreamError =>
  new UpstreamError(`the provider answered ${JSON.stringify(result.slice(0, LONGEST_REASON))}`, {
    ...{ code: 'UNREADABLE', retry: true, outcomeUnknown: true, unreachable: false },
  });

/** An error code of an answer, with what to make of it; undefined: it is no error. A code that nobody told of is refused. */
export function errorIn(result: string, { errors }: Profile): { code: string; act: Act } | undefined {
  const [, code] = /^ERR:\s*(-?\d+)/.exec(result) ?? [];
  return code === undefined ? undefined : { code, act: errors[code] ?? 'REFUSED' };
}

/** The error to throw for an error code. */
export function refusal(result: string, { code, act }: { code: string; act: Act }): UpstreamError {
  return new UpstreamError(`the provider answered ${result.slice(0, LONGEST_REASON)}`, {
    code: `ERR_${code}`,
    retry: act === 'AWAY' || act === 'LATER' || act === 'LOOK',
    outcomeUnknown: act === 'LOOK',
    unreachable: act === 'AWAY',
  });
}
