import { z } from 'zod';
import type { HeldReceipt, ReceiptStore } from './simulator.store.ts';
import { type Element, firstOf, readXml, tag, textIn } from './xml.ts';

/** The account that only the simulator knows. */
export const SIMULATOR = {
  account: 'sim-bienlai',
  accountPassword: 'SimBienLai1',
  username: 'sim-service',
  password: 'SimService1',
} as const;

/**
 * What goes wrong, `times` times, with an operation or with all. TIMEOUT_AFTER and DROPPED_AFTER: it is done and nobody is told; TIMEOUT_BEFORE
 * and DROPPED: it is not done. A time-out keeps silent, what is dropped is cut off at once.
 */
export const faultRule = z.strictObject({
  kind: z.enum(['TIMEOUT_AFTER', 'TIMEOUT_BEFORE', 'ERROR', 'HTML', 'STATUS', 'SLOW', 'DROPPED', 'DROPPED_AFTER']),
  times: z.int().min(1).default(1),
  operation: z.string().optional(),
  /** Only where this receipt is spoken of. */
  key: z.string().optional(),
  /** Of ERROR: the number after `ERR:`. */
  code: z.int().optional(),
  /** Of STATUS: what is answered, without a result. */
  status: z.int().min(400).max(599).optional(),
  /** Of SLOW: milliseconds. */
  delayMs: z.int().min(1).max(60_000).optional(),
});
export type Fault = z.infer<typeof faultRule>;

/** A call that came in. */
export interface Call {
  operation: string;
  fields: Element;
  /** The receipt that it speaks of. */
  key: string;
}

/** Reads an envelope. Throws an Error for what is none. */
export function callOf(body: string): Call {
  const [fields] = firstOf(readXml(body), 'Body')?.children ?? [];
  if (fields === undefined) throw new Error('there is no operation');
  const content = textIn(fields, 'xmlInvData');
  const key = content === '' ? textIn(fields, 'fkey') : textIn(readXml(content), 'key');
  return { operation: fields.name, fields, key };
}

/** Carries out an operation and gives its result, strictly by the provider's rules. */
export function serve(store: ReceiptStore, { operation, fields }: Call): string {
  const issues = operation !== 'listInvByCusFkey';
  if (issues && (textIn(fields, 'Account') !== SIMULATOR.account || textIn(fields, 'ACpass') !== SIMULATOR.accountPassword)) return 'ERR:1';
  if (textIn(fields, 'username') !== SIMULATOR.username || textIn(fields, 'password') !== SIMULATOR.password) return 'ERR:7';
  if (operation === 'ImportAndPublishInv') return write(store, fields);
  if (operation === 'replaceInv') return replace(store, fields);
  if (operation === 'cancelInv') return cancel(store, textIn(fields, 'fkey'));
  return list(store.get(textIn(fields, 'fkey')));
}

interface Content {
  key: string;
  total: number;
  payer: string;
  fees: string[];
  template: string;
  symbol: string;
}

/** The content of a receipt, or the error that it earns. */
function contentOf(fields: Element): Content | string {
  const content = readXml(textIn(fields, 'xmlInvData'));
  const [key, total, words] = [textIn(content, 'key'), textIn(content, 'Amount'), textIn(content, 'AmountInWords')];
  const [template, symbol] = [textIn(fields, 'pattern'), textIn(fields, 'serial')];
  if (!/^0[12]BLP\d-\d{3}$/.test(template) || symbol === '') return 'ERR:20';
  const dated = /^\d{2}\/\d{2}\/\d{4}$/.test(textIn(content, 'ArisingDate'));
  const products = firstOf(content, 'Products')?.children ?? [];
  const sum = products.reduce((all, product) => all + Number(textIn(product, 'Amount')), 0);
  const [payer, fees] = [textIn(content, 'CusName'), products.map((product) => textIn(product, 'ProdName'))];
  const whole = key !== '' && /^\d+$/.test(total) && words !== '' && payer !== '' && dated && sum === Number(total);
  return whole ? { key, total: Number(total), payer, fees, template, symbol } : 'ERR:3';
}

function write(store: ReceiptStore, fields: Element): string {
  const content = contentOf(fields);
  if (typeof content === 'string') return content;
  if (store.get(content.key) !== undefined) return 'ERR:13';
  const { number } = store.write(content);
  return `OK:${content.template};${content.symbol}-${content.key}_${number}`;
}

function replace(store: ReceiptStore, fields: Element): string {
  const before = store.get(textIn(fields, 'fkey'));
  if (before === undefined) return 'ERR:2';
  if (before.state !== 'ISSUED') return before.state === 'REPLACED' ? 'ERR:8' : 'ERR:9';
  const content = contentOf(fields);
  if (typeof content === 'string') return content;
  if (store.get(content.key) !== undefined) return 'ERR:13';
  const { number } = store.write(content);
  store.end(before, 'REPLACED');
  return `OK:${content.template};${content.symbol};${number}`;
}

function cancel(store: ReceiptStore, key: string): string {
  const before = store.get(key);
  if (before === undefined) return 'ERR:2';
  if (before.state !== 'ISSUED') return before.state === 'REPLACED' ? 'ERR:8' : 'ERR:9';
  store.end(before, 'CANCELLED');
  return 'OK:';
}

const STATES = { ISSUED: 1, REPLACED: 3, CANCELLED: 5 } as const;

function list(held: HeldReceipt | undefined): string {
  if (held === undefined) return '<Data></Data>';
  const fields = [tag('pattern', held.template), tag('serial', held.symbol), tag('invNum', held.number), tag('amount', held.total)];
  return `<Data><Item>${fields.join('')}${tag('status', STATES[held.state])}</Item></Data>`;
}
