import { addWorkingDays } from '../../subgraphs/dossiers/deadline/calendar.ts';
import { workingDaysOf } from '../../subgraphs/dossiers/reference/procedures.ts';
import { isCommuneLevel } from '../../subgraphs/dossiers/reference/units.ts';
import type { PlannedDossier } from './plan.ts';
import { QUARTER_END, SLOW_COMMUNES, USUAL_LATENESS, usualDaysOf } from './profile.ts';
import type { Random } from './random.ts';
import type { EpochMs, SampleStatus, SampleStep, SampleSupplement } from './sample.ts';
import type { Actor } from './staff.ts';
import { acceptanceOf, atOpenDesk, DAY, HOUR, MINUTE, toSecond } from './timetable.ts';

/** What happened to a dossier until the quarter's end. */
export interface Course {
  status: SampleStatus;
  acceptedAt: EpochMs | null;
  dueAt: EpochMs | null;
  resolvedAt: EpochMs | null;
  returnedAt: EpochMs | null;
  refusedAt: EpochMs | null;
  /** When a fee that is due at the start is paid. */
  payableAt: EpochMs;
  steps: SampleStep[];
  supplements: SampleSupplement[];
}

const SUPPLEMENTS = 0.04;
const PAYMENT_REQUESTS = 0.08;

/** Plays a dossier from its submission on; what would come after the quarter's end has not happened yet. */
export function runCourse(planned: PlannedDossier, random: Random): Course {
  const course: Course = {
    status: 'SUBMITTED',
    acceptedAt: null,
    dueAt: null,
    resolvedAt: null,
    returnedAt: null,
    refusedAt: null,
    payableAt: planned.submittedAt + random.between(20, 540) * 1_000,
    steps: [],
    supplements: [],
  };
  const play = new Play(planned, course, random);
  if (!play.submit() || !play.askForPayment()) return course;
  if (planned.fate === 'REFUSED') play.refuse();
  else if (play.accept()) {
    if (planned.fate === 'WITHDRAWN') play.withdraw();
    else play.handle();
  }
  return course;
}

/** One course as it is written down, step by step; a step after the quarter's end ends it. */
class Play {
  private at: EpochMs;
  private readonly desk: Actor;
  private readonly expert: Actor;
  private readonly planned: PlannedDossier;
  private readonly course: Course;
  private readonly random: Random;
  private readonly days: number;

  constructor(planned: PlannedDossier, course: Course, random: Random) {
    this.planned = planned;
    this.course = course;
    this.random = random;
    this.at = planned.submittedAt;
    this.desk = random.pick(planned.receiving.desk);
    this.expert = random.pick(planned.handling.experts);
    this.days = workingDaysOf(planned.procedure) ?? usualDaysOf(planned.procedure.field);
  }

  /** Writes a step down; false where the quarter ended before it. */
  private step(at: EpochMs, status: SampleStatus, { by, content }: { by: Actor; content: string }): boolean {
    if (at > QUARTER_END) return false;
    const { steps } = this.course;
    steps.push({ id: this.random.uuid(at), key: String(steps.length + 1), at, status, ...by, content });
    this.course.status = status;
    this.at = at;
    return true;
  }

  submit(): boolean {
    const { channel, receiving } = this.planned;
    const content = channel === 'PUBLIC_POST' ? 'Nhận hồ sơ qua bưu chính công ích' : 'Công dân nộp hồ sơ tại quầy';
    if (channel !== 'ONLINE') return this.step(this.at, 'SUBMITTED', { by: this.desk, content });
    // Nobody sits at the desk when a dossier comes in online: the system writes this step in its own name.
    const system: Actor = { officer: 'Hệ thống một cửa điện tử', title: null, department: receiving.unit.name };
    return this.step(this.at, 'SUBMITTED', { by: system, content: 'Hồ sơ nộp trực tuyến' });
  }

  /** Some desks ask for the fee before they take an online dossier; without it they wait. False where it stops there. */
  askForPayment(): boolean {
    const { channel, fee, fate, paidOnline, submittedAt } = this.planned;
    if (channel !== 'ONLINE' || fee !== 'CHARGED' || fate !== 'HANDLED') return true;
    const recent = QUARTER_END - submittedAt < 6 * DAY;
    if (!this.random.chance(paidOnline && !recent ? PAYMENT_REQUESTS : recent && !paidOnline ? 0.5 : 0)) return true;
    const asked = this.step(acceptanceOf(this.at, this.random), 'PAYMENT_REQUESTED', { by: this.desk, content: 'Yêu cầu nộp phí, lệ phí' });
    this.course.payableAt = toSecond(this.at + this.random.between(6, 900) * MINUTE);
    if (paidOnline && asked) this.at = this.course.payableAt;
    return paidOnline && asked;
  }

  private acceptanceTime(): EpochMs {
    if (this.planned.channel === 'ONLINE') return acceptanceOf(this.at, this.random);
    // Taken in while the citizen stands there, and before 15:00 where that is when it was handed in.
    return this.at + this.random.between(20, 400) * 1_000;
  }

  accept(): boolean {
    const at = this.acceptanceTime();
    if (!this.step(at, 'ACCEPTED', { by: this.desk, content: 'Tiếp nhận hồ sơ, hẹn trả kết quả' })) return false;
    this.course.acceptedAt = at;
    // Handed in at a minute to three, written down a minute after: the hour of handing in counts.
    const received = this.planned.channel === 'ONLINE' ? at : this.planned.submittedAt;
    this.course.dueAt = addWorkingDays(new Date(received), this.days).getTime();
    if (this.planned.channel !== 'ONLINE') this.course.payableAt = at;
    return true;
  }

  refuse(): void {
    const at = this.planned.channel === 'ONLINE' ? acceptanceOf(this.at, this.random) : this.acceptanceTime();
    const content = this.random.pick(['Hồ sơ không thuộc thẩm quyền tiếp nhận', 'Thành phần hồ sơ không hợp lệ', 'Hồ sơ nộp trùng']);
    if (this.step(at, 'REFUSED', { by: this.desk, content })) this.course.refusedAt = at;
  }

  withdraw(): void {
    const asked = atOpenDesk(this.at + this.random.between(30, 2_000) * MINUTE, HOUR, this.random);
    const requested = this.random.chance(0.8);
    if (requested && !this.step(asked, 'WITHDRAWAL_REQUESTED', { by: this.desk, content: 'Công dân đề nghị rút hồ sơ' })) return;
    if (requested && this.random.chance(0.06)) return;
    const stopped = atOpenDesk(this.at + this.random.between(60, 2_400) * MINUTE, HOUR, this.random);
    const content = requested ? 'Dừng giải quyết theo đề nghị của công dân' : 'Dừng giải quyết: không đủ điều kiện';
    this.step(stopped, 'STOPPED', { by: this.expert, content });
  }

  handle(): void {
    const { procedure, channel } = this.planned;
    if (procedure.sameDay && channel !== 'ONLINE') this.finishAtDesk();
    else if (this.process() && (!this.random.chance(procedure.sameDay ? 0.01 : SUPPLEMENTS) || this.supplement())) this.finish();
  }

  /** Decided while the citizen waits: 1 → 2 → 9 → 10 in minutes; after 15:00 half of them are asked to come back in the morning. */
  private finishAtDesk(): void {
    const { acceptedAt, dueAt } = this.course;
    const sameDay = (dueAt ?? 0) - (acceptedAt ?? 0) < 12 * HOUR || this.random.chance(0.5);
    const next = sameDay ? this.at : atOpenDesk(toSecond(this.at + 10 * HOUR), 2 * HOUR, this.random);
    this.close(next + this.random.between(3, 28) * MINUTE, this.random.between(40, 420) * 1_000);
  }

  private process(): boolean {
    const { planned, random } = this;
    const at = atOpenDesk(this.at + random.between(4, 150) * MINUTE, HOUR, random);
    const moved = planned.handling !== planned.receiving;
    // A same-day matter goes to no second desk of its own unit: one step less, and none after its due time.
    if (!moved && planned.procedure.sameDay) return true;
    const soon = Math.min(at, Math.max(this.at, (this.course.dueAt ?? at) - HOUR));
    const content = moved ? `Chuyển hồ sơ đến ${planned.handling.unit.name}` : 'Thụ lý, thẩm định hồ sơ';
    return this.step(soon, 'PROCESSING', { by: moved ? this.desk : this.expert, content });
  }

  /** One request, within three working days; the time limit starts anew when the dossier is complete. */
  private supplement(): boolean {
    const { random, course, expert } = this;
    const requestedAt = atOpenDesk(this.at + random.between(60, 1_300) * MINUTE, HOUR, random);
    const content = random.pick([
      'Bổ sung bản chính giấy tờ tùy thân',
      'Bổ sung giấy tờ chứng minh nơi ở',
      'Điều chỉnh thông tin trong tờ khai',
    ]);
    if (!this.step(requestedAt, 'SUPPLEMENT_REQUESTED', { by: expert, content })) return false;
    const receivedAt = atOpenDesk(this.at + random.between(4, 200) * HOUR, 2 * HOUR, random);
    const received = this.step(receivedAt, 'PROCESSING', { by: this.desk, content: 'Tiếp nhận hồ sơ bổ sung' });
    const newDueAt = addWorkingDays(new Date(receivedAt), this.days).getTime();
    course.supplements.push({
      number: 1,
      requestedAt,
      requestedBy: expert.officer,
      content,
      receivedAt: received ? receivedAt : null,
      receivedBy: received ? this.desk.officer : null,
      previousDueAt: course.dueAt,
      newDueAt: received ? newDueAt : null,
    });
    if (received) course.dueAt = newDueAt;
    return received;
  }

  /** In time, mostly well before; a few late. */
  private finish(): void {
    const { random, planned, course } = this;
    const due = course.dueAt ?? this.at;
    const lateness = isCommuneLevel(planned.handling.unit.kind) ? (SLOW_COMMUNES[planned.handling.unit.code] ?? USUAL_LATENESS) : 0.03;
    let at: EpochMs;
    if (random.chance(lateness)) at = atOpenDesk(due + (2 + 400 * random.next() ** 2) * HOUR, 3 * HOUR, random);
    else {
      const share = planned.procedure.sameDay ? 0.05 + 0.6 * random.next() : 0.35 + 0.62 * random.next();
      at = atOpenDesk(this.at + (due - this.at) * share, HOUR, random);
      if (at > due) at = toSecond(this.at + (due - this.at) * share);
    }
    this.close(at, this.returnDelay());
  }

  /** An electronic result is there at once; a paper waits for its owner. */
  private returnDelay(): number {
    const { random, planned } = this;
    if (planned.channel === 'ONLINE' && random.chance(0.75)) return random.between(1, 40) * MINUTE;
    return random.between(5, 2_600) * MINUTE;
  }

  private close(resolvedAt: EpochMs, delay: number): void {
    const { random, course, planned } = this;
    const leader = random.pick(planned.handling.leaders);
    if (!this.step(resolvedAt, 'RESOLVED', { by: leader, content: 'Ký duyệt, đã có kết quả giải quyết' })) return;
    course.resolvedAt = resolvedAt;
    if (random.chance(0.02)) return;
    const returnedAt = delay < HOUR ? resolvedAt + delay : atOpenDesk(resolvedAt + delay, 2 * HOUR, random);
    if (this.step(returnedAt, 'RETURNED', { by: this.desk, content: 'Trả kết quả cho công dân' })) course.returnedAt = returnedAt;
  }
}
