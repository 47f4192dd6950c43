import { defineEntity, p } from '@mikro-orm/core';

/** An administrative unit (đơn vị hành chính), present or former. */
export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    agencyCode: p.text(),
    latitude: p.double().nullable(),
    longitude: p.double().nullable(),
    parent: p.text().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    replacedBy: p.text().nullable(),
    invented: p.boolean(),
  },
});

/** A place where a unit receives dossiers (điểm tiếp nhận). */
export const ReceptionPointEntity = defineEntity({
  name: 'ReceptionPoint',
  tableName: 'reception_point',
  properties: { code: p.text().primary(), unit: p.text(), name: p.text(), address: p.text().nullable() },
});

/** An administrative procedure (thủ tục hành chính); provisional where a dossier named it before the catalogue did. */
export const ProcedureEntity = defineEntity({
  name: 'Procedure',
  tableName: 'procedure',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    field: p.text(),
    workingDays: p.double().nullable(),
    fee: p.bigint('number').nullable(),
    active: p.boolean(),
    provisional: p.boolean(),
    reportedBy: p.text(),
  },
});
