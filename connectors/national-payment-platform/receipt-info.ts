import type { CheckoutObligation, CheckoutRequest } from '../contract/payment.ts';
import type { NationalPaymentConfig } from './config.ts';

/** MaDichVu: 2 is fees and charges, 1 an administrative fine. */
const FEES_AND_CHARGES = '2';
const KIND = { FEE: '1', CHARGE: '2' } as const;

/** ThongTinBienLai: what the platform writes on its receipt. What the hub is not told stays empty: nothing is made up. Undefined: nothing is known. */
export function receiptInfo(
  { obligation, description, amount }: CheckoutRequest,
  to: NationalPaymentConfig['beneficiary'],
): Record<string, unknown> | undefined {
  return obligation === undefined ? undefined : infoOf({ obligation, description, amount }, to);
}

/** The same of an obligation that is known. */
export function infoOf(
  { obligation, description, amount }: { obligation: CheckoutObligation; description: string; amount: number },
  to: NationalPaymentConfig['beneficiary'],
): Record<string, unknown> {
  const { dossierCode, procedure, unit, payer, fees } = obligation;
  return {
    MaDichVu: FEES_AND_CHARGES,
    MaDonVi: unit.agencyCode,
    TenDonVi: unit.name,
    MaHoSo: dossierCode,
    // A client in use names the first service of a procedure where it knows none.
    MaDVC: procedure.service?.code ?? `${procedure.code}.01`,
    TenDVC: procedure.service?.name ?? procedure.name,
    MaTTHC: procedure.code,
    TenTTHC: procedure.name,
    TKThuHuong: to.account,
    MaNHThuHuong: to.bank,
    TenTKThuHuong: to.name,
    PhiLePhi: fees.map((fee) => ({
      LoaiPhiLePhi: KIND[fee.kind],
      MaPhiLePhi: fee.code,
      TenPhiLePhi: fee.name,
      SoTien: String(fee.amount),
    })),
    NoiDungThanhToan: description,
    HoTenNguoiNop: payer?.fullName ?? '',
    SoCMNDNguoiNop: payer?.nationalId ?? '',
    DiaChiNguoiNop: payer?.address ?? '',
    HuyenNguoiNop: '',
    TinhNguoiNop: '',
    MaCoQuanQD: unit.agencyCode,
    TenCoQuanQD: unit.name,
    TaiKhoanThuNSNN: '',
    DSKhoanNop: [{ NoiDung: description, SoTien: String(amount) }],
  };
}
