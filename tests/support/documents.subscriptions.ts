import { graphql } from '../../schema/generated/gql.ts';

export const DOSSIER_CHANGED = graphql(`
  subscription DossierChanged($unit: ID, $dossier: ID) {
    dossierChanged(unit: $unit, dossier: $dossier) { code status version applicant { fullName } amountPaid payments { status } }
  }
`);

export const PAYMENT_CHANGED = graphql(`
  subscription PaymentChanged($payment: ID!) {
    paymentChanged(payment: $payment) { reference status dossier { code } }
  }
`);

export const CONNECTOR_CHANGED = graphql(`
  subscription ConnectorChanged {
    connectorChanged { id state }
  }
`);

export const PAUSE = graphql(`
  mutation PauseForListeners($id: ID!) {
    pauseConnector(id: $id) { connector { id state } }
  }
`);

export const PAY = graphql(`
  mutation PayForListeners($input: CreatePaymentInput!) {
    createPayment(input: $input) { payment { id reference status } userErrors { code message field } }
  }
`);

export const INGESTED = graphql(`
  mutation IngestForListeners($input: [DossierIngestInput!]!) {
    ingestDossiers(input: $input) { results { outcome dossier { id code version } userErrors { code field message } } }
  }
`);
