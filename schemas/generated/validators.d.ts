// Written by `npm run generate` from schemas/model/. Do not edit: change the model.
interface Validate {
  (value: unknown): boolean
  errors?: readonly {
    readonly keyword: string
    readonly instancePath: string
    readonly params: Readonly<Record<string, unknown>>
  }[] | null
}
export const Header: Validate
export const Receipt: Validate
export const Problem: Validate
export const ReadmissionApplication: Validate
export const Acknowledgement: Validate
export const InformationRequest: Validate
export const InformationResponse: Validate
export const ReadmissionReply: Validate
export const TransferNotification: Validate
export const ArrivalConfirmation: Validate
export const DeliveryNotice: Validate
