import type { Random } from './random.ts';

const words = (text: string) => text.split(' ');

// Invented combinations: any likeness is chance.
const FAMILIES = words(
  'Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Huỳnh Huỳnh Võ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Lý Lâm Tô Thạch Danh Tăng Quách Mai Đoàn Cao',
);
const MIDDLES = {
  M: words('Văn Văn Hữu Minh Hoàng Thanh Quốc Chí Trọng Công Đức Nhựt Tấn Khánh'),
  F: words('Thị Thị Thị Ngọc Thanh Kim Mỹ Thùy Bích Hồng Cẩm Diễm Thúy Như'),
};
const GIVEN = {
  M: words(
    'Khởi Đăng Phúc Tâm Hải Sơn Tài Lộc Nghĩa Hiếu Dũng Kiệt Thắng Vinh Tùng Khang Toàn Đạt Bảo Nam Út Phong Cường Nhân Duy Luân Tính Mến Giàu Hậu',
  ),
  F: words(
    'Lan Mai Hoa Ngân Trang Thảo Linh Yến Hương Nhi My Trinh Loan Tiên Duyên Hằng Phượng Diệu Quyên Thơ Tuyền Kiều Nguyệt Vân Oanh Huệ Đào Ánh Nga Châu',
  ),
};
const FOREIGN_GIVEN = words('Anders Maria Jun Sokha Pierre Elena Min-jun Rahul Chen Olga Dara Thomas');
const FOREIGN_FAMILIES = words('Testmann Samplova Exempel Mustermann Specimen Probe Modello Ejemplo');

export type Sex = 'M' | 'F';

/** An invented Vietnamese full name. */
export function drawName(sex: Sex, random: Random): string {
  return `${random.pick(FAMILIES)} ${random.pick(MIDDLES[sex])} ${random.pick(GIVEN[sex])}`;
}

/** An invented name of a foreigner, in the order of a passport. */
export function drawForeignName(random: Random): string {
  return `${random.pick(FOREIGN_FAMILIES)} ${random.pick(FOREIGN_GIVEN)}`.toUpperCase();
}

/** Two given names, as companies and shops like them. */
export function drawBrand(random: Random): string {
  return `${random.pick(GIVEN.M)} ${random.pick(GIVEN.F)}`;
}
