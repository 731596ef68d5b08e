/** The names of SOAP 1.2, WS-Addressing 1.0 and WS-Security 1.1.1 (X.509 token profile) that the SOAP binding knows. There are no others. */
import type { DocumentKind } from '#core/message.ts'

export const SOAP = 'http://www.w3.org/2003/05/soap-envelope'
export const WSA = 'http://www.w3.org/2005/08/addressing'
export const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
export const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'

/** By this every signed part is named. */
export const ID = `{${WSU}}Id`
export const MUST_UNDERSTAND = `{${SOAP}}mustUnderstand`
export const ANONYMOUS = `${WSA}/anonymous`
export const X509_TOKEN = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3'
export const BASE64 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary'

/** What an envelope is for, signed, so that none can pass for another. */
export const ACTIONS: Readonly<Record<DocumentKind, string>> = {
  Message: 'urn:korpu:action:message',
  Receipt: 'urn:korpu:action:receipt',
  Problem: 'urn:korpu:action:problem',
  TreeHead: 'urn:korpu:action:tree-head',
  TestReport: 'urn:korpu:action:test-report',
  LabReport: 'urn:korpu:action:lab-report',
  AuditExport: 'urn:korpu:action:audit-export',
  Alert: 'urn:korpu:action:alert',
}
