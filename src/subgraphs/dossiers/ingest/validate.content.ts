import type { DossierIngestInput, FeeInput, IngestedPaymentInput } from './ingest.input.ts';
import type { Problem } from './problem.ts';

const SHA256 = /^[0-9a-f]{64}$/i;

/** What is wrong with a dossier's fees, papers, payments, rating and times. */
export function contentProblems(input: DossierIngestInput): Problem[] {
  return [
    ...feeProblems(input.fees ?? []),
    ...paperProblems(input),
    ...otherPaperProblems(input),
    ...paymentProblems(input.payments ?? []),
    ...ratingProblems(input),
    ...timeProblems(input),
  ];
}

/** What is wrong with fees. */
export function feeProblems(fees: readonly FeeInput[]): Problem[] {
  const problems = fees.flatMap((fee, at): Problem[] =>
    (fee.exemptedAmount ?? 0) <= fee.amount
      ? []
      : [{ field: ['fees', String(at), 'exemptedAmount'], vi: 'Số tiền miễn giảm lớn hơn khoản thu.', en: 'More is exempt than is due.' }],
  );
  const total = fees.reduce((sum, fee) => sum + fee.amount, 0);
  if (total > Number.MAX_SAFE_INTEGER) {
    problems.push({ field: ['fees'], vi: 'Tổng các khoản thu quá lớn.', en: 'The fees add up to more than can be counted.' });
  }
  return problems;
}

/** What is wrong with papers and supplement requests. */
export function paperProblems({ documents, supplements }: Pick<DossierIngestInput, 'documents' | 'supplements'>): Problem[] {
  const hashes = (documents ?? []).flatMap((document, at): Problem[] =>
    document.sha256 == null || SHA256.test(document.sha256)
      ? []
      : [{ field: ['documents', String(at), 'sha256'], vi: 'sha256 phải có 64 chữ số thập lục phân.', en: 'sha256 has 64 hex digits.' }],
  );
  const numbers = (supplements ?? []).flatMap((supplement, at): Problem[] =>
    supplement.number >= 1
      ? []
      : [{ field: ['supplements', String(at), 'number'], vi: 'Số thứ tự đếm từ 1.', en: 'Supplements count from 1.' }],
  );
  return [...hashes, ...numbers];
}

function otherPaperProblems({ particulars }: DossierIngestInput): Problem[] {
  return (particulars?.otherPapers ?? []).flatMap(({ count }, at): Problem[] =>
    count >= 0
      ? []
      : [
          {
            field: ['particulars', 'otherPapers', String(at), 'count'],
            vi: 'Số lượng không được âm.',
            en: 'A number of papers is not negative.',
          },
        ],
  );
}

/** The same report of a payment twice is one report; two that differ leave open which of them holds. */
function paymentProblems(payments: readonly IngestedPaymentInput[]): Problem[] {
  const seen = new Map<string, string>();
  return payments.flatMap((payment, at): Problem[] => {
    const field = ['payments', String(at), 'reference'];
    if (payment.reference === '') return [{ field, vi: 'Thiếu mã tham chiếu.', en: 'The payment has no reference.' }];
    const key = `${payment.provider} ${payment.reference}`;
    const content = JSON.stringify(payment);
    const known = seen.get(key);
    seen.set(key, content);
    if (known === undefined || known === content) return [];
    return [
      {
        field,
        vi: 'Khoản thu này được gửi hai lần với nội dung khác nhau.',
        en: 'This payment is reported twice, with different content.',
      },
    ];
  });
}

function ratingProblems({ rating }: DossierIngestInput): Problem[] {
  if (rating == null || (rating >= 1 && rating <= 5)) return [];
  return [{ field: ['rating'], vi: 'Đánh giá phải từ 1 đến 5.', en: 'A rating is from 1 to 5.' }];
}

function timeProblems(input: DossierIngestInput): Problem[] {
  const before = (['acceptedAt', 'resolvedAt', 'returnedAt', 'refusedAt'] as const).find(
    (field) => (input[field]?.getTime() ?? Number.POSITIVE_INFINITY) < input.submittedAt.getTime(),
  );
  return before === undefined ? [] : [{ field: [before], vi: `${before} trước submittedAt.`, en: `${before} is before submittedAt.` }];
}
