import type { Certificate } from '#core/signature/certificate.ts'

/** The mark of everything that `makeDevelopmentPki` issues. */
export const DEVELOPMENT = 'Körpü development'

/** Whether a certificate was made for development, by its own subject or its issuer's. */
export function isDevelopment(certificate: Certificate): boolean {
  return `${certificate.x509.subject}\n${certificate.x509.issuer}`.split('\n').includes(`O=${DEVELOPMENT}`)
}
