import type { Course } from './course.ts';
import type { PlannedDossier } from './plan.ts';
import type { Random } from './random.ts';
import type { SampleDocument } from './sample.ts';
import { startOfLocalDay } from './timetable.ts';

const COMMON = ['Tờ khai theo mẫu', 'Giấy tờ tùy thân', 'Văn bản ủy quyền'];
const BY_FIELD: Readonly<Record<string, readonly string[]>> = {
  'Hộ tịch': ['Tờ khai hộ tịch', 'Giấy chứng sinh hoặc giấy tờ thay thế', 'Giấy tờ chứng minh nơi cư trú'],
  'Chứng thực': ['Bản chính giấy tờ cần chứng thực', 'Bản sao giấy tờ cần chứng thực'],
  'Bảo trợ xã hội': ['Tờ khai đề nghị trợ giúp xã hội', 'Giấy xác nhận của cơ sở y tế'],
  'Đất đai': ['Đơn đăng ký đất đai', 'Giấy chứng nhận quyền sử dụng đất', 'Trích lục bản đồ địa chính'],
};

/** What lies in a dossier: none to three components, and the result where there is one. */
export function drawDocuments(
  planned: PlannedDossier,
  course: Course,
  { code, random }: { code: string; random: Random },
): SampleDocument[] {
  const { procedure, channel, submittedAt } = planned;
  const names = BY_FIELD[procedure.field] ?? COMMON;
  const count = random.chance(0.06) ? 0 : random.between(1, Math.min(names.length, random.chance(0.3) ? 3 : 1));
  const documents = names.slice(0, count).map((name, index): SampleDocument => {
    const reused = index > 0 && random.chance(0.2);
    return {
      id: random.uuid(submittedAt),
      name,
      componentCode: `${procedure.code}.G${index + 1}`,
      resultCode: null,
      url: null,
      digitized: reused || random.chance(channel === 'ONLINE' ? 0.97 : 0.6),
      reused,
      isResult: false,
    };
  });
  if (course.resolvedAt !== null) documents.push(resultOf(planned, course.resolvedAt, { code, random }));
  return documents;
}

function resultOf({ procedure, channel }: PlannedDossier, at: number, { code, random }: { code: string; random: Random }): SampleDocument {
  const digitized = random.chance(channel === 'ONLINE' ? 0.93 : 0.71);
  return {
    id: random.uuid(at),
    name: 'Kết quả giải quyết thủ tục hành chính',
    componentCode: null,
    resultCode: `KQ.${procedure.code}`,
    // The reserved name .invalid leads nowhere.
    url: digitized ? `https://ket-qua.invalid/${startOfLocalDay(at) / 1_000}/${code}.pdf` : null,
    digitized,
    reused: false,
    isResult: true,
  };
}
